import { NativeSelect } from '@mantine/core'
import { listRegions } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'

const ALL = 1000

interface TerritorySelectProps {
  /** Two-digit code, or `federal`. */
  readonly value: string | undefined
  readonly change: (territory: string | undefined) => void
}

/** Federal objects, or those of one region. */
export function TerritorySelect({ value, change }: TerritorySelectProps) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...asked(listRegions, { query: { limit: ALL } }), staleTime: 5 * 60_000 })
  const regions = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: `${id} – ${name}` }))
  const known = value === undefined || value === 'federal' || regions.some((one) => one.value === value)
  return (
    <NativeSelect
      aria-label={t('filters.region')}
      style={{ flex: '0 1 220px' }}
      value={value ?? ''}
      data={[
        { value: '', label: t('filters.any_region') },
        { value: 'federal', label: t('lists.federal') },
        ...(known ? [] : [value]),
        ...regions,
      ]}
      onChange={({ currentTarget }) => change(currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  )
}
