import { listOrganisations, type Organisation } from '@otklik/model/access/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { byBeginning } from '../../shared/ui/by-beginning.ts'
import { SearchSelect } from '../../shared/ui/search-select.tsx'
import { useWords } from '../roles/words.ts'

const SHOWN = 50

interface OrganisationSelectProps {
  readonly label?: string
  readonly ariaLabel?: string
  readonly description?: string
  readonly placeholder?: string
  readonly required?: boolean
  readonly clearable?: boolean
  readonly autoFocus?: boolean
  /** Which of those found may be chosen; the others are shown, so that one sees that they were found. */
  readonly fits?: (organisation: Organisation) => boolean
  readonly value: Pick<Organisation, 'id' | 'name'> | null
  readonly change: (organisation: Organisation | null) => void
}

/** Chooses an organisation of the own part by a piece of its name or by its ОГРН. */
export function OrganisationSelect({ fits = () => true, value, change, ...field }: OrganisationSelectProps) {
  const { t } = useTranslation()
  const words = useWords()
  const [find, setFind] = useState('')
  const { rows, waiting } = useFound(find)
  const choices = rows.map((one) => ({
    value: String(one.id),
    label: one.name,
    about: [
      fits(one) ? words.kind(one.kind) : `${words.kind(one.kind)} – ${t('organisations.wrongKind')}`,
      one.above.map(({ name }) => name).join(' › '),
    ]
      .filter((text) => text !== '')
      .join(' · '),
    disabled: !fits(one),
  }))
  return (
    <SearchSelect
      {...field}
      nothing={t('organisations.notFound')}
      clear={t('organisations.clear')}
      value={value === null ? null : { value: String(value.id), label: value.name }}
      choices={choices}
      waiting={waiting}
      ask={setFind}
      change={(id) => change(rows.find((one) => String(one.id) === id) ?? null)}
    />
  )
}

/** What was found; before anything is typed, the top of the own part and what stands right under it. */
function useFound(find: string): { rows: readonly Organisation[]; waiting: boolean } {
  const found = useQuery({
    ...asked(listOrganisations, { query: { ...(find === '' ? {} : { find }), limit: SHOWN } }),
    placeholderData: (before) => before,
  })
  const top = find === '' ? found.data?.rows[0]?.id : undefined
  const under = useQuery({
    ...asked(listOrganisations, { query: { ...(top === undefined ? {} : { parent: top }), limit: SHOWN } }),
    enabled: top !== undefined,
  })
  const rows = [...(found.data?.rows ?? []), ...(top === undefined ? [] : (under.data?.rows ?? []))]
  // Until the answer for the new words has come, the rows of the former ones stand there.
  const once = rows.filter((one, index) => rows.findIndex(({ id }) => id === one.id) === index)
  return { rows: byBeginning(once, ({ name }) => name, find), waiting: found.isFetching }
}
