import type { AlarmCase, Figure, IndicatorRow } from '@otklik/model/progress/api'
import { GRADES } from '@otklik/model/critical'
import { digitsOf, readingOf } from '@otklik/model/indicators'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Sparkline } from '../../shared/charts/sparkline.tsx'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import classes from './figure-card.module.css'
import { allCountedAs, countedAs, countedOf, runOf } from './figures.ts'
import { GradeBadge } from '../alarms/grade-badge.tsx'
import { useReadingText } from './reading-text.ts'
import { RequestsLink } from '../requests/requests-link.tsx'

interface FigureCardProps {
  readonly figure: Figure
  readonly total: IndicatorRow
  /** The same over the period before it. */
  readonly previous: IndicatorRow
  readonly months: readonly IndicatorRow[]
  readonly closedThrough: string
  readonly period: { readonly from: string; readonly to: string }
  /** Open cases of this figure that go on. */
  readonly cases: readonly AlarmCase[]
  /** Narrows the link to the requests, on a service's page. */
  readonly service?: string
  readonly previousPeriod: { readonly from: string; readonly to: string }
}

/** Months from which a run of two moves can be seen. */
const SHORTEST_COURSE = 3

/** One figure with all that a figure needs: interval, n, what it was before, how it went, the requests behind it. */
export function FigureCard(props: FigureCardProps) {
  const { figure, total, previous, months, closedThrough, period, cases, service, previousPeriod } = props
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const slice = useSlice()
  const reading = readingOf(total, figure)
  const closed = months.filter((row) => (row.slice.month ?? '') <= closedThrough).map((row) => readingOf(row, figure))
  const values = closed.map(({ value }) => value)
  const change = say.change(reading.value, readingOf(previous, figure).value, figure)
  const grade = GRADES.find((name) => cases.some((one) => one.grade === name))
  const requests = { ...slice, ...period, ...(service === undefined ? {} : { service }) }
  return (
    <section className={`panel ${classes.card}`} aria-label={t(`figures.${figure}`)} data-little={reading.little}>
      <h2>{t(`figures.${figure}`)}</h2>
      <p className={classes.value}>
        <span className="num">{say.value(reading.value, figure)}</span>
        <span className={classes.interval}>{interval(reading.low, reading.high, figure, format) ?? ''}</span>
      </p>
      <p className={classes.line}>
        <RequestsLink
          search={{ ...requests, counted: allCountedAs(figure) }}
          label={t('ranking.openRequests', { n: format.count(reading.n) })}
        >
          <span className="num">n&nbsp;{format.count(reading.n)}</span>
        </RequestsLink>{' '}
        {t(`figures.of_${figure}`)}
        {reading.little && <strong> · {t('figures.little')}</strong>}
      </p>
      <div className={classes.trend}>
        <Sparkline values={values} band={closed} width={140} height={34} />
        <span>
          <Course values={values} />
          <span className="dim small" title={format.period(previousPeriod.from, previousPeriod.to)}>
            {change === null ? t('figures.noPrevious') : t(`figures.change_${slice.versus ?? 'last-year'}`, { change })}
          </span>
        </span>
      </div>
      <p className={classes.foot}>
        {grade && service !== undefined && <GradeBadge grade={grade} />}
        {cases.length > 0 && service === undefined && <strong>{t('figures.alarms', { count: cases.length })}</strong>}
        <RequestsLink search={{ ...requests, counted: countedAs(figure) }} className="no-print" invites>
          {t(`figures.open_${figure}`, { n: format.count(countedOf(total, figure)) })}
        </RequestsLink>
        {figure !== 'csi' && (
          <Link to="/why" search={{ ...requests, ...(figure === 'errors' ? { figure } : {}) }} className="no-print">
            {t('figures.why')}
          </Link>
        )}
      </p>
    </section>
  )
}

/** How the last months went; nothing where there are too few to go anywhere. */
function Course({ values }: { readonly values: readonly (number | null)[] }) {
  const { t } = useTranslation()
  if (values.filter((value) => value !== null).length < SHORTEST_COURSE) return null
  const { way, months } = runOf(values)
  return (
    <>
      {way === 'flat' ? t('figures.flat') : t(`figures.${way}`, { count: months })}
      <br />
    </>
  )
}

const interval = (low: number | null, high: number | null, figure: Figure, format: ReturnType<typeof useFormat>) =>
  format.interval(low, high, digitsOf(figure))
