import { Button, Select, TextInput } from '@mantine/core'
import { AUDIT_EVENTS } from '@otklik/model/access'
import type { AuditRecord } from '@otklik/model/access/api'
import { IconX } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FindField } from '../shared/ui/find-field.tsx'
import type { AuditSearch } from './audit-search.ts'
import { type AuditWords, whoKey } from './audit-words.ts'

const route = getRouteApi('/desk/audit')
const CHOSEN = ['who', 'subject', 'organisation'] as const
const NOTHING_CHOSEN: Record<keyof AuditSearch, undefined> = {
  from: undefined,
  to: undefined,
  who: undefined,
  what: undefined,
  subject: undefined,
  organisation: undefined,
  find: undefined,
  before: undefined,
}

interface AuditFiltersProps {
  readonly search: AuditSearch
  /** The records shown: they know the names of what is chosen by its number. */
  readonly rows: readonly AuditRecord[]
  readonly words: AuditWords
}

/** The period, the action, a name; who, over what and where are chosen by a click in a row. */
export function AuditFilters({ search, rows, words }: AuditFiltersProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const set = (change: Partial<Record<keyof AuditSearch, string | undefined>>) =>
    void navigate({ search: (former) => ({ ...former, ...change, before: undefined }), resetScroll: false })
  const any = Object.entries(search).some(([name]) => name !== 'before')
  return (
    <search className="row no-print" aria-label={t('filters.title')}>
      <FindField label={t('audit.find')} find={search.find ?? ''} change={(find) => set({ find })} />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          aria-label={t(`audit.${end}`)}
          leftSection={<span aria-hidden>{t(`audit.${end}_short`)}</span>}
          value={search[end] ?? ''}
          onChange={({ currentTarget: { value } }) => set({ [end]: value })}
        />
      ))}
      <Select
        aria-label={t('audit.what')}
        placeholder={t('audit.anyWhat')}
        data={eventChoices(search.what, words)}
        value={search.what ?? null}
        onChange={(what) => set({ what: what ?? undefined })}
        searchable
        clearable
        limit={100}
        nothingFoundMessage={t('filters.nothing')}
        clearButtonProps={{ 'aria-label': t('filters.clear', { name: t('audit.what') }) }}
        style={{ flex: '0 1 320px', minWidth: 0 }}
      />
      {CHOSEN.map((field) => (
        <Chosen
          key={field}
          field={field}
          name={nameOf(field, search[field], rows, words)}
          drop={() => set({ [field]: undefined })}
        />
      ))}
      {any && (
        <Button variant="subtle" onClick={() => void navigate({ search: NOTHING_CHOSEN })}>
          {t('filters.reset')}
        </Button>
      )}
    </search>
  )
}

/** An event that the catalogue knows no longer stays a choice where it is asked for. */
function eventChoices(chosen: string | undefined, words: AuditWords) {
  const known = Object.keys(AUDIT_EVENTS).map((value) => ({ value, label: words.event(value) }))
  known.sort((a, b) => a.label.localeCompare(b.label))
  const missing = chosen !== undefined && !Object.hasOwn(AUDIT_EVENTS, chosen)
  return missing ? [{ value: chosen, label: chosen }, ...known] : known
}

function nameOf(
  field: (typeof CHOSEN)[number],
  value: string | undefined,
  rows: readonly AuditRecord[],
  words: AuditWords,
): string | null {
  if (value === undefined) return null
  if (field === 'subject') return words.subject(value)
  if (field === 'organisation')
    return rows.find(({ organisation }) => String(organisation?.id) === value)?.organisation?.name ?? value
  const found = rows.find(({ who }) => whoKey(who) === value)
  return found === undefined ? value : words.who(found.who)
}

interface ChosenProps {
  readonly field: (typeof CHOSEN)[number]
  readonly name: string | null
  readonly drop: () => void
}

/** What a click in a row has chosen, and the way to let it go. */
function Chosen({ field, name, drop }: ChosenProps) {
  const { t } = useTranslation()
  if (name === null) return null
  const text = `${t(`audit.${field}`)}: ${name}`
  return (
    <Button
      variant="light"
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={t('filters.clear', { name: text })}
      onClick={drop}
      style={{ maxWidth: '100%' }}
    >
      {text}
    </Button>
  )
}
