import { listAuthorities } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'
import { SearchSelect } from '../shared/ui/search-select.tsx'

const SHOWN = 50

interface AuthorityNameSelectProps {
  /** Beside the field; the filter's own words where absent. */
  readonly label?: string
  readonly description?: string
  readonly placeholder: string
  readonly value: string | null
  readonly change: (authority: string | null) => void
}

/** An authority of the register by its name, as objects have it. */
export function AuthorityNameSelect({ label, description, placeholder, value, change }: AuthorityNameSelectProps) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const found = useQuery({
    ...asked(listAuthorities, { query: { limit: SHOWN, ...(find === '' ? {} : { find }) } }),
    placeholderData: (before) => before,
  })
  const rows = new Map((found.data?.rows ?? []).map(({ name, region }) => [name, region ?? '']))
  return (
    <SearchSelect
      {...(label === undefined ? { ariaLabel: t('filters.authority') } : { label })}
      {...(description === undefined ? {} : { description })}
      placeholder={placeholder}
      clearable
      nothing={t('organisations.notFound')}
      clear={t('filters.clear', { name: t('filters.authority') })}
      value={value === null ? null : { value, label: value }}
      choices={[...rows].map(([name, about]) => ({ value: name, label: name, about }))}
      waiting={found.isFetching}
      ask={setFind}
      change={change}
    />
  )
}
