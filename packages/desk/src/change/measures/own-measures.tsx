import { listMeasures } from '@otklik/model/change/api'
import { nextReminder } from '@otklik/model/change/measures'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { useToday } from '../use-today.ts'

/** Reminds of the reader's own measures that are overdue or due within a week, as the letters do. */
export function OwnMeasures() {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const { data } = useQuery(asked(listMeasures, { query: { mine: true, limit: 100 } }))
  const due = (data?.rows ?? []).filter(
    (measure) =>
      (measure.state === 'approved' || measure.state === 'in_work') &&
      nextReminder({ due: measure.due, remindedOn: null }, today) !== null,
  )
  if (due.length === 0) return null
  return (
    <section className="panel stack-tight" aria-label={t('measures.mineTitle')}>
      <h2>{t('measures.mineTitle')}</h2>
      <ul style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {due.map(({ id, text, due: day, overdue }) => (
          <li key={id}>
            <Link to="/measures/$measure" params={{ measure: String(id) }}>
              {text}
            </Link>
            {': '}
            {t(overdue ? 'measures.mineOverdue' : 'measures.mineSoon', { day: format.day(day) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
