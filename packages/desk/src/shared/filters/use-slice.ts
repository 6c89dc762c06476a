import type { Slice } from '@otklik/model/api'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { readSlice } from './slice.ts'

/** The slice of the screen at hand. */
export function useSlice(): Slice {
  const search: Record<string, unknown> = useSearch({ strict: false })
  return useMemo(() => readSlice(search), [search])
}

/** Changes parts of the slice in the address; a list goes back to its first page. */
export function useChangeSlice(): (change: Partial<Slice>) => void {
  const navigate = useNavigate()
  return (change) => {
    void navigate({ to: '.', search: (before) => ({ ...before, ...change, offset: undefined }), resetScroll: false })
  }
}
