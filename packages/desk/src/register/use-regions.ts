import { listRegions } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../access/rights.ts'
import { asked } from '../shared/api/queries.ts'

const ALL = 1000

/** Every region of the register; none where it is not open to the person. */
export function useRegions(): readonly { readonly id: string; readonly name: string }[] {
  const may = useMay()
  const { data } = useQuery({
    ...asked(listRegions, { query: { limit: ALL } }),
    staleTime: 5 * 60_000,
    enabled: may('register.read'),
  })
  return data?.rows ?? NONE
}

const NONE: readonly never[] = []
