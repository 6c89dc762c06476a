import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRegions } from '../register/use-regions.ts'

interface TerritorySelectProps {
  /** Two-digit code, or `federal`. */
  readonly value: string | undefined
  readonly change: (territory: string | undefined) => void
}

/** Federal objects, or those of one region. */
export function TerritorySelect({ value, change }: TerritorySelectProps) {
  const { t } = useTranslation()
  const regions = useRegions().map(({ id, name }) => ({ value: id, label: `${id} – ${name}` }))
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
