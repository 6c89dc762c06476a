import type { Figure, IndicatorRow } from '@otklik/model/api'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChartColours } from '../shared/charts/colours.ts'
import { type MonthPoint, monthSeriesOption } from '../shared/charts/month-series.ts'
import { useSlice } from '../shared/filters/use-slice.ts'
import { useFormat } from '../shared/i18n/index.ts'
import type { Column } from '../shared/table/columns.ts'
import { DataTable } from '../shared/table/data-table.tsx'
import { COUNTED, digitsOf, readingOf } from './figures.ts'
import { useReadingText } from './reading-text.ts'
import { RequestsLink } from './requests-link.tsx'

/** The drawing library is most of what a screen of figures weighs: the figures themselves do not wait for it. */
const Chart = lazy(async () => ({ default: (await import('../shared/charts/chart.tsx')).Chart }))

interface MonthChartProps {
  readonly figure: Figure
  readonly months: readonly IndicatorRow[]
  readonly closedThrough: string
  /** Months of alarms of this figure. */
  readonly alarms?: readonly string[]
  readonly service?: string
  readonly height?: number
}

/** One figure by month with its interval, and the same as a table of figures. */
export function MonthChart({ figure, months, closedThrough, alarms = [], service, height = 260 }: MonthChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const colours = useChartColours()
  const say = useReadingText()
  const [asTable, setAsTable] = useState(false)
  const points = useMemo(() => pointsOf(months, figure, closedThrough, alarms), [months, figure, closedThrough, alarms])
  const name = t('figures.byMonth', { name: t(`figures.${figure}`) })
  const option = useMemo(() => {
    const lines = (point: MonthPoint) => [
      format.month(point.month),
      say.withInterval(point, figure),
      `n ${format.count(point.n)}`,
      ...(point.running ? [t('figures.running')] : []),
      ...(point.alarm ? [t('figures.critical')] : []),
    ]
    const axis = (value: number) => (figure === 'csi' ? format.mean(value) : format.percent(value))
    return monthSeriesOption(
      points,
      { month: (month) => format.monthShort(month, month === points[0]?.month), axis, lines },
      colours,
    )
  }, [points, figure, format, say, colours, t])
  return (
    <div className="stack">
      <div className="row-ends">
        <h2>{name}</h2>
        <Button
          variant="default"
          size="compact-md"
          className="no-print"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t('figures.asChart') : t('figures.asTable')}
        </Button>
      </div>
      {asTable ? (
        <MonthTable figure={figure} points={points} title={name} {...(service === undefined ? {} : { service })} />
      ) : (
        <>
          <Suspense fallback={<Skeleton height={height} aria-busy />}>
            <Chart option={option} label={`${name}. ${t('figures.chartHint')}`} height={height} />
          </Suspense>
          <TextOfChart points={points} figure={figure} name={name} />
        </>
      )}
    </div>
  )
}

function pointsOf(
  months: readonly IndicatorRow[],
  figure: Figure,
  closedThrough: string,
  alarms: readonly string[],
): MonthPoint[] {
  return months.map((row) => {
    const month = row.slice.month ?? ''
    return { month, ...readingOf(row, figure), running: month > closedThrough, alarm: alarms.includes(month) }
  })
}

/** The chart in words: for screen readers and for paper without colours. */
function TextOfChart({
  points,
  figure,
  name,
}: {
  readonly points: readonly MonthPoint[]
  readonly figure: Figure
  readonly name: string
}) {
  const format = useFormat()
  const say = useReadingText()
  const { t } = useTranslation()
  return (
    <div className="hidden-visually">
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.month')}</th>
            <th scope="col">{t(`figures.${figure}`)}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.month}>
              <td>{format.month(point.month)}</td>
              <td>{say.withInterval(point, figure)}</td>
              <td>{format.count(point.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MonthTableProps {
  readonly figure: Figure
  readonly points: readonly MonthPoint[]
  readonly title: string
  readonly service?: string
}

function MonthTable({ figure, points, title, service }: MonthTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useReadingText()
  const slice = useSlice()
  const columns = useMemo((): Column<MonthPoint>[] => {
    const search = (month: string) => ({
      ...slice,
      ...(service === undefined ? {} : { service }),
      from: month,
      to: month,
      counted: COUNTED[figure],
    })
    return [
      {
        id: 'month',
        title: t('figures.month'),
        value: ({ month }) => month,
        text: ({ month }) => format.month(month),
        show: ({ month }) => <RequestsLink search={search(month)}>{format.month(month)}</RequestsLink>,
      },
      {
        id: 'value',
        title: t('figures.value'),
        figures: true,
        value: ({ value }) => value,
        show: ({ value }) => say.value(value, figure),
      },
      {
        id: 'interval',
        title: t('figures.interval'),
        figures: true,
        value: ({ low }) => low,
        text: ({ low, high }) => format.interval(low, high, digitsOf(figure)) ?? '',
        show: ({ low, high }) => format.interval(low, high, digitsOf(figure)) ?? '–',
      },
      { id: 'n', title: 'n', figures: true, value: ({ n }) => n, show: ({ n }) => format.count(n) },
      {
        id: 'note',
        title: t('figures.note'),
        value: ({ running, alarm }) =>
          [running ? t('figures.running') : '', alarm ? t('figures.critical') : ''].filter(Boolean).join(', '),
      },
    ]
  }, [t, format, say, slice, service, figure])
  return <DataTable title={title} columns={columns} rows={points} rowKey={({ month }) => month} />
}
