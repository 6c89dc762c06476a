import { listServices, type RegisteredService } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { SearchSelect } from '../../shared/ui/search-select.tsx'

const SHOWN = 50

interface ServiceSelectProps {
  /** The service's number in the register. */
  readonly value: string | null
  readonly change: (service: RegisteredService | null) => void
}

/** Which service of the register an object stands for. */
export function ServiceSelect({ value, change }: ServiceSelectProps) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const [chosen, setChosen] = useState(value === null ? null : { value, label: value })
  const found = useQuery({
    ...asked(listServices, { query: { limit: SHOWN, ...(find === '' ? {} : { find }) } }),
    placeholderData: (before) => before,
  })
  const rows = found.data?.rows ?? []
  const choices = rows.map(({ id, name, authority }) => ({
    value: id,
    label: name,
    about: [id, authority].filter((part) => part !== null && part !== '').join(', '),
  }))
  return (
    <SearchSelect
      label={t('objects.service')}
      description={t('objects.serviceHint')}
      placeholder={t('objects.noService')}
      clearable
      nothing={t('filters.nothing')}
      clear={t('filters.clear', { name: t('objects.service') })}
      value={chosen}
      choices={choices}
      waiting={found.isFetching}
      ask={setFind}
      change={(id) => {
        setChosen(choices.find((one) => one.value === id) ?? null)
        change(rows.find((one) => one.id === id) ?? null)
      }}
    />
  )
}
