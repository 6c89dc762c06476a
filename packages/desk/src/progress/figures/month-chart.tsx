import type { Figure, IndicatorRow } from '@otklik/model/progress/api'
import { isMean, LITTLE } from '@otklik/model/indicators'
import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../shared/charts/chart.tsx'
import { useChartColours } from '../../shared/charts/colours.ts'
import { type MonthPoint, monthSeriesOption } from '../../shared/charts/month-series.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { ChartText } from './chart-text.tsx'
import { useChartNotes } from '../notes/use-chart-notes.ts'
import { notesOf, pointsOf } from './month-points.ts'
import { MonthTable } from './month-table.tsx'
import { useReadingText } from './reading-text.ts'

interface MonthChartProps {
  readonly figure: Figure
  readonly months: readonly IndicatorRow[]
  /** What they are held against, month by month. */
  readonly before?: readonly IndicatorRow[]
  readonly closedThrough: string
  /** Months of alarms of this figure. */
  readonly alarms?: readonly string[]
  readonly service?: string
  /** What the table's file is asked for. */
  readonly period: { readonly from: string; readonly to: string }
  readonly height?: number
}

/** One figure by month with its interval, and the same as a table of figures. */
export function MonthChart({
  figure,
  months,
  before,
  closedThrough,
  alarms = [],
  service,
  period,
  height = 260,
}: MonthChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const colours = useChartColours()
  const say = useReadingText()
  const [asTable, setAsTable] = useState(false)
  const notes = useChartNotes(service)
  const points = useMemo(
    () => pointsOf(months, figure, closedThrough, alarms, before, notes),
    [months, figure, closedThrough, alarms, before, notes],
  )
  const { versus: against = 'last-year' } = useSlice()
  const name = t('figures.byMonth', { name: t(`figures.${figure}`) })
  const option = useMemo(() => {
    const lines = (point: MonthPoint) => [
      format.month(point.month),
      say.withInterval(point, figure),
      `n ${format.count(point.n)}`,
      ...(point.before === null ? [] : [`${t(`figures.before_${against}`)}: ${say.value(point.before, figure)}`]),
      ...notesOf(point, t),
    ]
    const axis = (value: number) => (isMean(figure) ? format.mean(value) : format.percent(value))
    return monthSeriesOption(
      points,
      { month: (month) => format.monthShort(month, month === points[0]?.month), axis, lines },
      colours,
    )
  }, [points, figure, against, format, say, colours, t])
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
        <MonthTable figure={figure} points={points} title={name} service={service} period={period} />
      ) : (
        <>
          <Chart option={option} label={`${name}. ${t('figures.chartHint')}`} height={height} />
          <DotLegend points={points} />
          <ChartText points={points} figure={figure} name={name} />
        </>
      )}
    </div>
  )
}

/** Says what the dots that look unlike the others mean, where there are such. */
function DotLegend({ points }: { readonly points: readonly MonthPoint[] }) {
  const { t } = useTranslation()
  const { versus: against = 'last-year' } = useSlice()
  const drawn = points.filter(({ value }) => value !== null)
  const lines = [
    ...(drawn.some(({ little }) => little) ? [t('figures.littleDots', { least: LITTLE })] : []),
    ...(drawn.some(({ little, running }) => running && !little) ? [t('figures.runningDots')] : []),
    ...(points.some(({ before }) => before !== null) ? [t(`figures.line_${against}`)] : []),
  ]
  if (lines.length === 0) return null
  return (
    <p className="dim small" style={{ margin: 0 }}>
      {lines.join(' ')}
    </p>
  )
}
