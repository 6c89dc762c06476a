import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listOffices } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'

const SHOWN = 30

interface OfficeInputProps {
  readonly value: string | null
  readonly change: (office: string | null) => void
}

/** How requests name an office: offered are the names that have come, though others may be typed before they come. */
export function OfficeInput({ value, change }: OfficeInputProps) {
  const { t } = useTranslation()
  const [find] = useDebouncedValue((value ?? '').trim(), 250)
  const found = useQuery({
    ...asked(listOffices, { query: { limit: SHOWN, ...(find === '' ? {} : { find }) } }),
    placeholderData: (before) => before,
  })
  // The same name may stand in several regions.
  const names = [...new Set(found.data?.rows.map(({ name }) => name))]
  return (
    <Autocomplete
      label={t('organisations.office')}
      description={t('organisations.officeHint')}
      maxLength={1000}
      data={names}
      filter={({ options }) => options}
      value={value ?? ''}
      onChange={(text) => change(text.trim() === '' ? null : text)}
    />
  )
}
