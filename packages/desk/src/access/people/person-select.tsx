import { listPeople, type Person } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { SearchSelect } from '../../shared/ui/search-select.tsx'
import { useWords } from '../roles/words.ts'

const SHOWN = 50

interface PersonSelectProps {
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  readonly error?: string | undefined
  /** The one who can't be chosen: nobody takes over from themselves. */
  readonly without: string
  readonly value: Person | null
  readonly change: (person: Person | null) => void
}

/** Chooses a person of the own part who can sign in. */
export function PersonSelect({ without, value, change, ...field }: PersonSelectProps) {
  const { t } = useTranslation()
  const words = useWords()
  const [find, setFind] = useState('')
  const query = { state: 'active' as const, limit: SHOWN, ...(find === '' ? {} : { find }) }
  const found = useQuery({ ...asked(listPeople, { query }), placeholderData: (before) => before })
  const rows = (found.data?.rows ?? []).filter(({ id }) => id !== without)
  const about = ({ login, memberships: [first] }: Person) =>
    [login, first && `${words.role(first.role)}, ${first.organisation.name}`].filter(Boolean).join(' · ')
  return (
    <SearchSelect
      {...field}
      clearable
      nothing={t('person.nobodyFound')}
      clear={t('organisations.clear')}
      value={value === null ? null : { value: value.id, label: value.name }}
      choices={rows.map((person) => ({ value: person.id, label: person.name, about: about(person) }))}
      waiting={found.isFetching}
      ask={setFind}
      change={(id) => change(rows.find((person) => person.id === id) ?? null)}
    />
  )
}
