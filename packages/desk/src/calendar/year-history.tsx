import { readWorkingYearHistory } from '@otklik/model/calendar/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asked } from '../shared/api/queries.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { Asked } from '../shared/ui/states.tsx'

/** Who entered or corrected the year, when and by which act; the latest first. */
export function YearHistory({ year }: { readonly year: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(asked(readWorkingYearHistory, { params: { year } }))
  return (
    <section className="stack-tight" aria-label={t('workingCalendar.history')}>
      <h3 style={{ margin: 0 }}>{t('workingCalendar.history')}</h3>
      <Asked query={query} lines={2}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="dim">{t('workingCalendar.noHistory')}</p>
          ) : (
            <ul>
              {changes.map(({ at, by, after }) => (
                <li key={at}>
                  {format.instant(at)} · {by} ·{' '}
                  {t('workingCalendar.changed', {
                    off: after.off_weekdays.length,
                    worked: after.working_weekends.length,
                    short: after.short.length,
                    source: after.source,
                  })}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
