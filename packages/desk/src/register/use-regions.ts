import { listRegions } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
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

/** A region's name by its code; the code where the name is not known. */
export function useRegionName(): (code: string) => string {
  const regions = useRegions()
  return useMemo(() => {
    const names = new Map(regions.map(({ id, name }) => [id, name]))
    return (code) => names.get(code) ?? code
  }, [regions])
}

const NONE: readonly never[] = []
