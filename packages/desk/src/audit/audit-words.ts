import { auditEventText } from '@otklik/model/access'
import type { AuditRecord } from '@otklik/model/api'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../access/roles/words.ts'

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
] as const

export interface AuditWords {
  /** The event in words; its code where it has none. */
  event(what: string): string
  /** Who did it: by name as it was then, else what kind of one it was. */
  who(who: AuditRecord['who']): string
  /** «человек 12»; as it was recorded where the kind is not known. */
  subject(subject: string): string
  role(role: string): string
}

/** The records of the audit in words. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation()
  const { role } = useWords()
  return useMemo(
    () => ({
      event: auditEventText,
      who: ({ kind, name, login, id }) => name ?? login ?? withId(t(`audit.who_${kind}`), id),
      subject: (subject) => {
        const [kind = '', id] = subject.split(/:(.*)/s)
        const known = SUBJECTS.find((word) => word === kind)
        return known === undefined || id === undefined ? subject : withId(t(`audit.subject_${known}`), id)
      },
      role,
    }),
    [t, role],
  )
}

const withId = (word: string, id: string | null): string => (id === null ? word : `${word} ${id}`)

/** As the filter wants it: `user:12`, `operator`. */
export const whoKey = ({ kind, id }: AuditRecord['who']): string => (id === null ? kind : `${kind}:${id}`)
