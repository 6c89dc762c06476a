import { listAuthorities } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { SearchSelect } from '../../shared/ui/search-select.tsx'

const SHOWN = 50

interface AuthoritySelectProps {
  /** The authority's number in the register. */
  readonly value: string | null
  /** Its name, as far as it is known before anything was sought. */
  readonly name: string | null
  readonly change: (authority: string | null) => void
  /** What it is chosen for; absent: which one an organisation is. */
  readonly words?: { readonly label: string; readonly description: string; readonly placeholder: string }
}

/** One of the authorities of the register. */
export function AuthoritySelect({ value, name, change, words }: AuthoritySelectProps) {
  const { t } = useTranslation()
  const { label, description, placeholder } = words ?? {
    label: t('organisations.authority'),
    description: t('organisations.authorityHint'),
    placeholder: t('organisations.noAuthority'),
  }
  const [find, setFind] = useState('')
  const [chosen, setChosen] = useState(value === null ? null : { value, label: name ?? value })
  const found = useQuery({
    ...asked(listAuthorities, { query: { limit: SHOWN, ...(find === '' ? {} : { find }) } }),
    placeholderData: (before) => before,
  })
  const choices = (found.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name, about: one.region ?? '' }))
  return (
    <SearchSelect
      label={label}
      description={description}
      placeholder={placeholder}
      clearable
      nothing={t('organisations.notFound')}
      clear={t('organisations.clear')}
      value={chosen}
      choices={choices}
      waiting={found.isFetching}
      ask={setFind}
      change={(id) => {
        setChosen(choices.find((one) => one.value === id) ?? null)
        change(id)
      }}
    />
  )
}
