import type { Right } from '@otklik/model/access'
import type { Access } from '@otklik/model/api'
import { useMemo } from 'react'
import { useSession } from './session.ts'

export type { Right }
/** Whether a right is there, or a call may be made: its route says what it takes. */
export type May = (what: Right | { readonly access: Access }) => boolean

/** What someone with these rights may do. */
export const mayWith =
  (rights: readonly string[]): May =>
  (what) => {
    const access = typeof what === 'string' ? what : what.access
    return access === 'open' || access === 'signed_in' || rights.includes(access)
  }

/** What the person at the screen may do. The server decides again at every call. */
export function useMay(): May {
  const { rights } = useSession()
  return useMemo(() => mayWith(rights), [rights])
}
