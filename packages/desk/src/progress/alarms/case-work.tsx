import type { AlarmCase } from '@otklik/model/progress/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { useToday } from '../../change/use-today.ts'
import classes from './case-list.module.css'

/** What people did about a case: state, person, day, why it was acknowledged, notes. */
export function CaseWork({ one }: { readonly one: AlarmCase }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const { status, person, due, acknowledged, last, notes } = one
  const late = due !== null && status !== 'acknowledged' && due < today
  return (
    <div className={classes.work}>
      <p className="small">
        <strong>{t(`cases.status_${status}`)}</strong>
        {person && ` · ${person.name}`}
        {due && ` · ${t('cases.until', { day: format.day(due) })}`}
        {late && <strong> · {t('cases.late')}</strong>}
      </p>
      {acknowledged && (
        <p className="dim small">
          {t('alarms.acknowledged', {
            by: acknowledged.by,
            at: format.instant(acknowledged.at),
            reason: acknowledged.reason,
          })}
          {acknowledged.through < last && ` ${t('cases.grownSince', { month: format.month(acknowledged.through) })}`}
        </p>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={t('cases.notes')}>
          {notes.map(({ by, at, text }) => (
            <li key={`${at} ${text}`} className="small">
              <span className="dim">
                {format.instant(at)}, {by}:
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
