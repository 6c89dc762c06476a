import type { AppealCard } from '@otklik/model/appeals/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'

/** The term spelled out: how it is counted, by which point of the law, and what is late. */
export function TermText({ appeal: { term, overdue, answered } }: { readonly appeal: AppealCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (term === null) return <p style={{ margin: 0 }}>{t('appeals.noTerm')}</p>
  const { days, unit, from, extendedBy, due, actBy, source } = term
  const counted = t(`appeals.counted_${unit}`, { count: days, n: format.count(days), day: format.day(from) })
  return (
    <div className="stack-tight">
      {overdue && due !== null && (
        <p style={{ margin: 0, color: 'var(--o-danger)' }}>
          <strong>{t('appeals.overdueSince', { day: format.day(due) })}</strong>
        </p>
      )}
      {due === null ? (
        <p style={{ margin: 0 }}>{t('appeals.notCountedText')}</p>
      ) : (
        <p style={{ margin: 0 }}>
          {t('appeals.dueOn', { day: format.day(due) })}
          {actBy !== null &&
            actBy !== due &&
            answered === null &&
            ` ${t('appeals.actByDay', { day: format.day(actBy) })}`}
        </p>
      )}
      <p className="dim small" style={{ margin: 0 }}>
        {counted}
        {extendedBy > 0 && `, ${t('appeals.extendedBy', { count: extendedBy, n: format.count(extendedBy) })}`}. {source}
      </p>
    </div>
  )
}
