import type { Right } from '@otklik/model/access'
import { useCallback } from 'react'
import { useSession } from './session.ts'

export type { Right }
export type May = (right: Right) => boolean

/** Whether the person at the screen may do something. The server decides again at every call. */
export function useMay(): May {
  const { rights } = useSession()
  return useCallback((right) => rights.includes(right), [rights])
}
