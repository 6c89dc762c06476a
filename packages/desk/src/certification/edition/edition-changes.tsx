import type { AnswerOf } from '@otklik/model/api'
import { type ListChange, readListChanges } from '@otklik/model/certification/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFieldName } from '../../shared/i18n/field-name.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import classes from '../lists/due-list.module.css'

/** More than a person reads before deciding; the two editions can be taken away as files. */
const SHOWN = 200

/** What the edition changes against the one that holds. */
export function EditionChanges({ id }: { readonly id: number }) {
  const query = useQuery(asked(readListChanges, { params: { id }, query: { limit: SHOWN } }))
  return (
    <Asked query={query} lines={2}>
      {(changes) => <Summary changes={changes} />}
    </Asked>
  )
}

function Summary({ changes }: { readonly changes: AnswerOf<typeof readListChanges> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { against, added, dropped, changed, rows } = changes
  if (against === null) return <p style={{ margin: 0 }}>{t('edition.first')}</p>
  const parts = (['added', 'dropped', 'changed'] as const)
    .map((what) => ({ what, count: { added, dropped, changed }[what] }))
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => t(`edition.count_${what}`, { count, n: format.count(count) }))
  return (
    <div className="stack-tight">
      <p style={{ margin: 0 }}>
        {t('edition.against')}{' '}
        <Link to="/lists/$list" params={{ list: String(against.id) }}>
          {t('lists.editionNumber', { number: against.number })}
        </Link>
        : {parts.length === 0 ? t('edition.noChanges') : parts.join(', ')}.
      </p>
      {rows.length > 0 && (
        <details className={classes.more}>
          <summary>{t('edition.showChanges')}</summary>
          <ChangeTable rows={rows} />
          {added + dropped + changed > rows.length && (
            <p className="dim small">{t('edition.moreChanges', { n: format.count(rows.length) })}</p>
          )}
        </details>
      )}
    </div>
  )
}

function ChangeTable({ rows }: { readonly rows: readonly ListChange[] }) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  const cells = rows.map(({ what, object, name, authority, fields }) => ({
    key: `${what} ${object}`,
    cells: [
      t(`edition.what_${what}`),
      object,
      <span key="name">
        {name}
        <span className="dim small" style={{ display: 'block' }}>
          {authority}
        </span>
      </span>,
      fields.map((field) => fieldName(field).toLowerCase()).join(', '),
    ],
  }))
  return (
    <SmallTable
      title={t('edition.changes')}
      titleHidden
      head={[
        { title: t('edition.what') },
        { title: '№', figures: true },
        { title: t('lists.name') },
        { title: t('edition.differs') },
      ]}
      rows={cells}
    />
  )
}
