import type { ListedDeadline } from '@otklik/model/deadlines/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/i18n/index.ts'

interface DeadlineListProps {
  readonly group: ListedDeadline['urgency']
  readonly rows: readonly ListedDeadline[]
}

/** One group of the list; none where there is nothing of it. */
export function DeadlineList({ group, rows }: DeadlineListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (rows.length === 0) return null
  return (
    <section className="panel stack" aria-labelledby={group}>
      <h2 id={group} style={{ margin: 0, ...(group === 'overdue' && { color: 'var(--o-danger)' }) }}>
        {t(`deadlines.${group}`)} <span className="num">{format.count(rows.length)}</span>
      </h2>
      <ul className="stack-tight" style={{ listStyle: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' }}>
        {rows.map((row) => (
          <DeadlineLine key={`${row.code} ${row.period}`} row={row} />
        ))}
      </ul>
    </section>
  )
}

function DeadlineLine({ row }: { readonly row: ListedDeadline }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { due, lastWorkingDay, what, who, source, internal, address } = row
  return (
    <li>
      <div>
        <strong className="num">{format.day(due)}</strong> – {/* The server gives places of this desk alone. */}
        <Link to={address as '/'}>{what}</Link>
      </div>
      <div className="dim small">
        {[
          who,
          source,
          internal ? t('deadlines.internal') : '',
          lastWorkingDay === null || lastWorkingDay === due
            ? ''
            : t('deadlines.workingDay', { day: format.day(lastWorkingDay) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  )
}
