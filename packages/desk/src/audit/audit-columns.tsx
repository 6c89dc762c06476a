import type { AuditRecord } from '@otklik/model/access/api'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/i18n/index.ts'
import type { Column } from '../shared/table/columns.ts'
import classes from './audit-columns.module.css'
import type { AuditSearch } from './audit-search.ts'
import { type AuditWords, whoKey } from './audit-words.ts'
import { ChangeTable } from './change-table.tsx'
import { changesOf } from './changes.ts'
import { useValueWords } from './value-words.ts'

export function useAuditColumns(words: AuditWords): Column<AuditRecord>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const values = useValueWords()
  return useMemo(() => {
    const changes = (record: AuditRecord) =>
      changesOf(record)
        .map(
          ({ field, before, after }) =>
            `${values.field(field)}: ${values.value(field, before)} → ${values.value(field, after)}`,
        )
        .join('; ')
    return [
      {
        id: 'at',
        title: t('audit.at'),
        figures: true,
        value: ({ at }) => at,
        text: ({ at }) => format.moment(at),
        show: ({ at }) => <time dateTime={at}>{format.moment(at)}</time>,
      },
      ...personColumns(t('audit.who'), t('audit.organisation'), words),
      {
        id: 'what',
        title: t('audit.what'),
        value: ({ what }) => words.event(what),
        show: ({ what }) => <Narrow by={{ what }}>{words.event(what)}</Narrow>,
      },
      {
        id: 'subject',
        title: t('audit.subject'),
        value: ({ subject }) => words.subject(subject),
        show: ({ subject }) => <Narrow by={{ subject }}>{words.subject(subject)}</Narrow>,
      },
      {
        id: 'changes',
        title: t('audit.changes'),
        value: changes,
        show: (record) => <ChangeTable changes={changesOf(record)} />,
      },
      {
        id: 'from',
        title: t('audit.from_where'),
        value: ({ address }) => address,
      },
      { id: 'request', title: t('audit.request'), extra: true, value: ({ request }) => request },
      { id: 'seq', title: t('audit.seq'), figures: true, extra: true, value: ({ seq }) => seq },
      { id: 'code', title: t('audit.code'), extra: true, value: ({ what }) => what },
    ]
  }, [t, format, words, values])
}

function personColumns(who: string, organisation: string, words: AuditWords): Column<AuditRecord>[] {
  return [
    {
      id: 'who',
      title: who,
      value: (record) => words.who(record.who),
      show: (record) => (
        <>
          <Narrow by={{ who: whoKey(record.who) }}>{words.who(record.who)}</Narrow>
          {record.role !== null && <span className={classes.second}>{words.role(record.role)}</span>}
          {record.organisation !== null && (
            <span className={classes.second}>
              <Narrow by={{ organisation: String(record.organisation.id) }}>{record.organisation.name}</Narrow>
            </span>
          )}
        </>
      ),
    },
    { id: 'organisation', title: organisation, extra: true, value: (record) => record.organisation?.name ?? null },
  ]
}

/** A link that leaves only the records of the same kind. */
function Narrow({ by, children }: { readonly by: AuditSearch; readonly children: ReactNode }) {
  return (
    <Link to="/audit" search={(search) => ({ ...search, ...by, before: undefined })}>
      {children}
    </Link>
  )
}
