import { listAppealReminders } from '@otklik/model/appeals/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'

const SHOWN = 5

/** What whoever looks is reminded of today; nothing where there is nothing. */
export function Reminders() {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = useQuery(asked(listAppealReminders, {})).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="panel stack-tight" aria-label={t('appeals.reminders')}>
      <h2>{t('appeals.reminders')}</h2>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {rows.slice(0, SHOWN).map(({ id, number, due, actBy, executor, overdue }) => (
          <li key={id}>
            <Link to="/appeals/$appeal" params={{ appeal: String(id) }}>
              {number ?? t('appeals.noNumber')}
            </Link>{' '}
            {overdue
              ? t('appeals.overdueSince', { day: format.day(due) })
              : t('appeals.actUntil', { day: format.day(actBy ?? due) })}
            <span className="dim">, {executor ?? t('appeals.nobodys')}</span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p style={{ margin: 0 }}>
          {t('appeals.moreReminders', { count: rows.length - SHOWN, n: format.count(rows.length - SHOWN) })}
        </p>
      )}
    </section>
  )
}
