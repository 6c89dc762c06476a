import type { YearFields } from '@otklik/model/calendar/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../shared/i18n/index.ts'
import classes from './months.module.css'
import { markOf, weeksOf } from './year-days.ts'

interface MonthsProps {
  readonly year: number
  readonly fields: YearFields
  /** Changes the mark of a day; absent: the calendar is only shown. */
  readonly turn?: (day: string) => void
}

/** Twelve months, days off and short days marked by shape and word as well as by colour. */
export function Months({ year, fields, turn }: MonthsProps) {
  return (
    <div className={classes.months}>
      {Array.from({ length: 12 }, (_, at) => (
        <Month key={at} year={year} month={at + 1} fields={fields} {...(turn === undefined ? {} : { turn })} />
      ))}
    </div>
  )
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function Month({ year, month, fields, turn }: MonthsProps & { readonly month: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = format.month(`${year}-${String(month).padStart(2, '0')}`)
  return (
    <table className={classes.month}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`workingCalendar.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={`${name} ${at}`}>
            {week.map((day, weekday) => (
              <td key={day ?? weekday}>
                {day !== null && <Day day={day} fields={fields} {...(turn === undefined ? {} : { turn })} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, fields, turn }: Pick<MonthsProps, 'fields' | 'turn'> & { readonly day: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const mark = markOf(fields, day)
  const told = `${format.day(day)}: ${t(`workingCalendar.mark_${mark}`)}`
  const text = `${Number(day.slice(-2))}${mark === 'short' ? '*' : ''}`
  if (turn === undefined)
    return (
      <span className={classes.day} data-mark={mark} title={told}>
        {text}
        {mark !== 'working' && <span className="hidden-visually">, {t(`workingCalendar.mark_${mark}`)}</span>}
      </span>
    )
  return (
    <button
      type="button"
      className={classes.day}
      data-mark={mark}
      title={told}
      aria-label={told}
      onClick={() => turn(day)}
    >
      {text}
    </button>
  )
}
