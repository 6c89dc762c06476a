import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listOffices, listServices } from '@otklik/model/register/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'

const SHOWN = 50
const MOST = 2000

export interface Subject {
  readonly id: string
  readonly name: string
}

interface SubjectSelectProps {
  readonly kind: 'services' | 'offices'
  readonly label: string
  readonly description?: string
  /** What stands in the field while nothing is chosen. */
  readonly placeholder: string
  /** Number of the authority in the register whose they are. */
  readonly authority: string
  /** Offered are only these; absent: all that the authority has. */
  readonly among?: readonly Subject[] | undefined
  /** Those whose names are known before anything was sought. */
  readonly known: readonly Subject[]
  readonly value: readonly string[]
  readonly change: (ids: string[]) => void
}

/** Some of the services or offices of an authority: the register finds, those chosen stay to be seen. */
export function SubjectSelect(props: SubjectSelectProps) {
  const { kind, label, description, placeholder, authority, among, known, value, change } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [find] = useDebouncedValue(typed.trim(), 250)
  const { found, waiting } = useSubjects(kind, authority, find, among)
  const [chosen, setChosen] = useState(known)
  const names = new Map([...known, ...chosen, ...found].map((one) => [one.id, one.name]))
  const offered = [...new Set([...value, ...found.map(({ id }) => id)])]
  return (
    <MultiSelect
      label={label}
      {...(description === undefined ? {} : { description })}
      placeholder={value.length === 0 ? placeholder : ''}
      searchable
      clearable
      openOnFocus={false}
      hidePickedOptions
      maxValues={MOST}
      clearButtonProps={{ 'aria-label': t('surveys.subjectClear', { label }) }}
      data={offered.map((id) => ({ value: id, label: names.get(id) ?? id }))}
      // The server has already found what fits.
      filter={({ options }) => options}
      value={[...value]}
      onChange={(ids) => {
        setChosen(ids.map((id) => ({ id, name: names.get(id) ?? id })))
        change(ids)
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t(waiting ? 'trouble.loading' : 'surveys.subjectNone')}
    />
  )
}

/** What fits the words; services by their numbers, variants aside. */
function useSubjects(kind: SubjectSelectProps['kind'], authority: string, find: string, among?: readonly Subject[]) {
  const query = { limit: SHOWN, authority, ...(find === '' ? {} : { find }) }
  const enabled = among === undefined && authority !== ''
  const options = { placeholderData: <T,>(before: T) => before }
  const services = useQuery({ ...asked(listServices, { query }), ...options, enabled: enabled && kind === 'services' })
  const offices = useQuery({ ...asked(listOffices, { query }), ...options, enabled: enabled && kind === 'offices' })
  if (among !== undefined) {
    const words = find.toLowerCase()
    return { found: among.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, SHOWN), waiting: false }
  }
  const rows = kind === 'services' ? services.data?.rows : offices.data?.rows
  const found = (rows ?? []).map(({ id, name }): Subject => ({ id: id.split(':')[0] ?? id, name }))
  return { found: [...new Map(found.map((one) => [one.id, one])).values()], waiting: enabled && rows === undefined }
}
