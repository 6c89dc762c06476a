import { isAuditEvent } from '@otklik/model/access'
import type { AuditRecord } from '@otklik/model/access/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../access/roles/words.ts'
import { calledThing } from './called.ts'
import { namesIn } from './known-names.ts'

const SUBJECTS = [
  'user',
  'login',
  'role',
  'organisation',
  'supplier',
  'token',
  'package',
  'alarm',
  'services',
  'authorities',
  'offices',
  'regions',
  'norms',
  'certification_object',
  'list',
] as const

export interface AuditWords {
  /** The event in words; its code where it has none. */
  event(what: string): string
  /** Who did it: by name as it was then, else what kind of one it was. */
  who(who: AuditRecord['who']): string
  /** «человек Анна Иванова», «пакет 12», «список запросов»; as it was recorded where there are no words for it. */
  subject(subject: string): string
  role(role: string): string
}

/** The records of the audit in words; they know one another's names. */
export function useAuditWords(rows: readonly AuditRecord[]): AuditWords {
  const { t } = useTranslation()
  const { role } = useWords()
  const names = useMemo(() => namesIn(rows), [rows])
  return useMemo(
    () => ({
      event: (what) => (isAuditEvent(what) ? t(`audit.event.${what}`) : what),
      who: ({ kind, name, login, id }) => name ?? login ?? withId(t(`audit.who_${kind}`), id),
      subject: (subject) => {
        const called = calledThing(subject)
        if (called) return [t(`audit.call.${called.name}`), called.id].filter((part) => part !== null).join(' ')
        if (subject === 'certification_objects') return t('audit.call.listObjects')
        const [kind = '', id] = subject.split(/:(.*)/s)
        const known = SUBJECTS.find((word) => word === kind)
        if (known === undefined || id === undefined) return subject
        return `${t(`audit.subject_${known}`)} ${known === 'role' ? role(id) : (names.get(subject) ?? short(id))}`
      },
      role,
    }),
    [t, role, names],
  )
}

/** Of a long number its beginning tells enough; the whole stands in the file and in the address. */
const short = (id: string): string => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id)

const withId = (word: string, id: string | null): string => (id === null ? word : `${word} ${short(id)}`)

/** As the filter wants it: `user:12`, `operator`. */
export const whoKey = ({ kind, id }: AuditRecord['who']): string => (id === null ? kind : `${kind}:${id}`)
