import type { CampaignLive } from '@otklik/model/surveys/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../shared/i18n/index.ts'
import classes from './day-bars.module.css'

/** Answers by day: a bar for each, and the same in a table for those who can't see it. */
export function DayBars({ days }: Pick<CampaignLive, 'days'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null
  const most = Math.max(1, ...days.map(({ n }) => n))
  return (
    <div className="stack-tight">
      <p className="small" style={{ margin: 0 }}>
        {t('campaign.byDay', { from: format.day(first.day), to: format.day(last.day), most: format.count(most) })}
      </p>
      <div className={classes.days} aria-hidden="true">
        {days.map(({ day, n }) => (
          <span
            key={day}
            className={classes.day}
            style={{ height: `${(100 * n) / most}%` }}
            title={`${format.day(day)}: ${format.count(n)}`}
          />
        ))}
      </div>
      <table className="hidden-visually">
        <caption>{t('campaign.days')}</caption>
        <tbody>
          {days.map(({ day, n }) => (
            <tr key={day}>
              <th scope="row">{format.day(day)}</th>
              <td>{format.count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
