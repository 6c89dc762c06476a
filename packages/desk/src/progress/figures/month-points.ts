import type { ChartNote, Figure, IndicatorRow } from '@otklik/model/progress/api'
import { readingOf } from '@otklik/model/indicators'
import type { MonthPoint } from '../../shared/charts/month-series.ts'
import type { Translate } from '../../shared/i18n/index.ts'

/** The months of one figure with what has to be known of each: the chart and both of its tables show the same. */
export function pointsOf(
  months: readonly IndicatorRow[],
  figure: Figure,
  closedThrough: string,
  alarms: readonly string[],
  before: readonly IndicatorRow[] = [],
  notes: readonly ChartNote[] = [],
): MonthPoint[] {
  return months.map((row, at) => {
    const compared = before[at]
    const month = row.slice.month ?? ''
    return {
      month,
      ...readingOf(row, figure),
      running: month > closedThrough,
      alarm: alarms.includes(month),
      before: compared === undefined ? null : readingOf(compared, figure).value,
      notes: notes.filter(({ day }) => day.slice(0, 7) === month).map(({ text }) => text),
    }
  })
}

/** What the figure of a month can't be read without, in words. */
export function notesOf({ little, running, alarm, notes }: MonthPoint, t: Translate): string[] {
  return [
    ...(little ? [t('figures.little')] : []),
    ...(running ? [t('figures.running')] : []),
    ...(alarm ? [t('figures.critical')] : []),
    ...notes,
  ]
}
