import { Button } from '@mantine/core'
import type { AnswerOf } from '@otklik/model/api'
import { type CalendarCell, readCalendar } from '@otklik/model/exchange/api'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import {
  IconAlertTriangleFilled,
  IconCircleFilled,
  IconClockHour4,
  IconX,
  IconZoomExclamation,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FileLinks } from '../../shared/table/file-links.tsx'
import { filesOf } from '../../shared/table/files.ts'
import { Asked } from '../../shared/ui/states.tsx'
import { daysBetween, shiftDay, today } from './days.ts'
import classes from './package-calendar.module.css'
import { calendarUntil } from './suppliers.ts'

type Calendar = AnswerOf<typeof readCalendar>
/** `unlike`: taken in, with something in it that is not as it usually is. */
type Mark = CalendarCell['mark'] | 'unlike'

/** A shape of its own for every mark: colour is never the only sign. */
const MARKS = {
  in_time: IconCircleFilled,
  late: IconClockHour4,
  unlike: IconZoomExclamation,
  missing: IconX,
  problem: IconAlertTriangleFilled,
} as const
const ORDER = ['in_time', 'late', 'unlike', 'missing', 'problem'] as const satisfies readonly Mark[]

/** What came, what came late, what did not come: days by suppliers. */
export function PackageCalendar({ until }: { readonly until: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const last = until ?? today()
  const from = shiftDay(last, 1 - CALENDAR_DAYS)
  const query = useQuery({ ...calendarUntil(until), placeholderData: (before) => before })
  const move = (by: number) => {
    const next = shiftDay(last, by)
    void navigate({
      to: '.',
      search: (before) => ({ ...before, until: next >= today() ? undefined : next }),
      resetScroll: false,
    })
  }
  return (
    <section className="panel stack" aria-label={t('calendar.title')}>
      <div className="row-ends">
        <h2>{t('calendar.title')}</h2>
        <div className="row no-print">
          <Button variant="default" size="compact-md" onClick={() => move(-CALENDAR_DAYS)}>
            {t('calendar.earlier')}
          </Button>
          <span className="num">
            {format.day(from)} – {format.day(last)}
          </span>
          <Button variant="default" size="compact-md" disabled={last >= today()} onClick={() => move(CALENDAR_DAYS)}>
            {t('calendar.later')}
          </Button>
          <FileLinks files={filesOf((as) => urlOf(readCalendar, { query: { from, to: last, format: as } }))} />
        </div>
      </div>
      <Asked query={query} lines={4}>
        {(calendar) =>
          calendar.suppliers.length === 0 ? (
            <p className="dim" style={{ margin: 0 }}>
              {t('calendar.empty')}
            </p>
          ) : (
            <CalendarTable calendar={calendar} days={daysBetween(from, last)} />
          )
        }
      </Asked>
      <ul className={classes.legend}>
        {ORDER.map((mark) => (
          <li key={mark}>
            <MarkSign mark={mark} /> {t(`calendar.${mark}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CalendarTable({ calendar, days }: { readonly calendar: Calendar; readonly days: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const cells = new Map(calendar.cells.map((cell) => [`${cell.supplier} ${cell.date}`, cell]))
  const box = useRef<HTMLDivElement>(null)
  const last = days.at(-1)
  // Where the days do not fit, the last ones are those that one has come for.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth
  }, [last])
  return (
    // What scrolls must be reachable by keyboard.
    <div ref={box} className={classes.scroll} role="region" aria-label={t('calendar.title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('packages.supplier')}
            </th>
            {monthsOf(days).map(({ month, count }) => (
              <th key={month} colSpan={count} scope="colgroup" className={classes.month}>
                {/* Over a day or two there is no room for a name. */}
                {count > 3 && format.month(month)}
              </th>
            ))}
          </tr>
          <tr>
            {days.map((day) => (
              <th key={day} scope="col" title={format.dayOfWeek(day)} data-weekend={isWeekend(day)}>
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.suppliers.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <Link
                  to="/packages"
                  search={(before) => ({ ...before, supplier: code, day: undefined, offset: undefined })}
                  hash="feed"
                  title={t('calendar.onlySupplier')}
                >
                  {name}
                </Link>
              </th>
              {days.map((day) => (
                <td key={day} data-weekend={isWeekend(day)}>
                  <DayCell cell={cells.get(`${code} ${day}`)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const monthsOf = (days: readonly string[]) =>
  [...Map.groupBy(days, (day) => day.slice(0, 7))].map(([month, { length }]) => ({ month, count: length }))

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

function DayCell({ cell }: { readonly cell: CalendarCell | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (cell === undefined) return null
  const { supplier, date, packages, rows, findings = [] } = cell
  const came = cell.mark === 'in_time' || cell.mark === 'late'
  const mark: Mark = came && findings.length > 0 ? 'unlike' : cell.mark
  const said = [
    `${format.day(date)}: ${t(`calendar.${mark}`)}`,
    ...(packages > 0 ? [t('progress.rows', { count: rows, n: format.count(rows) })] : []),
    ...findings.map((code) => t(`findings.${code}`)),
  ].join(', ')
  if (packages === 0) {
    return (
      <span className={classes.cell} title={said}>
        <MarkSign mark={mark} />
        <span className="hidden-visually">{said}</span>
      </span>
    )
  }
  return (
    <Link
      to="/packages"
      search={(before) => ({ ...before, supplier, day: date, offset: undefined })}
      hash={findings.length > 0 ? 'feed' : 'list'}
      className={classes.cell}
      title={said}
      aria-label={said}
    >
      <MarkSign mark={mark} />
    </Link>
  )
}

function MarkSign({ mark }: { readonly mark: Mark }) {
  const Icon = MARKS[mark]
  return <Icon size={mark === 'in_time' ? 11 : 16} className={classes.mark} data-mark={mark} aria-hidden />
}
