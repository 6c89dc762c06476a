import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonesOf } from './zones.ts'

interface ZoneSelectProps {
  /** What an empty field means; a zone must be chosen where this is absent. */
  readonly none?: string
  readonly value: string | null
  readonly change: (zone: string | null) => void
}

/** A time zone by its IANA name; those of Russia first, with their offset from UTC today. */
export function ZoneSelect({ none, value, change }: ZoneSelectProps) {
  const { t } = useTranslation()
  const [now] = useState(() => new Date())
  const zones = useMemo(() => zonesOf(value, now), [value, now])
  return (
    <Select
      label={t('fields.zone')}
      description={none}
      placeholder={none === undefined ? undefined : t('register.notSet')}
      data={[
        { group: t('register.zonesOfRussia'), items: zones.russian },
        { group: t('register.zonesOther'), items: zones.other },
      ]}
      value={value}
      onChange={change}
      searchable
      limit={60}
      clearable={none !== undefined}
      allowDeselect={false}
      nothingFoundMessage={t('register.noZone')}
      clearButtonProps={{ 'aria-label': t('register.clearZone') }}
    />
  )
}
