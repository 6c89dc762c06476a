import type { EChartsOption } from 'echarts'
import type { ChartColours } from './colours.ts'

export interface MonthPoint {
  readonly month: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  /** Too few cases to be compared with: grey, and no coloured alarm. */
  readonly little: boolean
  /** The month is not closed yet: its figure will change. */
  readonly running: boolean
  readonly alarm: boolean
  /** What the month is held against: the same month a year ago, or one of the period before. */
  readonly before: number | null
  /** What people wrote of days of the month. */
  readonly notes: readonly string[]
}

export interface MonthSeriesTexts {
  readonly month: (month: string) => string
  readonly axis: (value: number) => string
  /** Lines of the tooltip; plain text. */
  readonly lines: (point: MonthPoint) => readonly string[]
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A line by month with its interval as a band, unsettled months hollow, alarms as triangles above their month. */
export function monthSeriesOption(
  points: readonly MonthPoint[],
  texts: MonthSeriesTexts,
  colours: ChartColours,
): EChartsOption {
  const label = { color: colours.dim, fontFamily: 'inherit', fontSize: 12 }
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 8, right: 16, top: 24, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontFamily: 'inherit', fontSize: 13 },
      formatter: (given) => tooltip(Array.isArray(given) ? given[0]?.dataIndex : given.dataIndex, points, texts),
    },
    xAxis: {
      type: 'category',
      data: points.map(({ month }) => month),
      boundaryGap: points.length < 3,
      // Far enough down for the first month and the lowest value not to touch.
      axisLabel: { ...label, formatter: texts.month, hideOverlap: true, margin: 14 },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      ...(startsAtZero(points) ? { min: 0 } : {}),
      axisLabel: { ...label, formatter: texts.axis },
      splitLine: { lineStyle: { color: colours.line, type: 'dotted' } },
    },
    series: [...bandSeries(points, colours), lineSeries(points, colours), ...beforeSeries(points, colours)],
  }
}

/** From 0 unless that would flatten the line: a mean of 4.2 ± 0.1 is not read on an axis from 0. */
function startsAtZero(points: readonly MonthPoint[]): boolean {
  const known = points
    .flatMap(({ value, low, high, before }) => [value, low, high, before])
    .filter((bound) => bound !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return least < (most - least) * 3
}

function tooltip(index: number | undefined, points: readonly MonthPoint[], texts: MonthSeriesTexts): string {
  const point = points[index ?? -1]
  return point === undefined ? '' : texts.lines(point).map(escapeHtml).join('<br>')
}

/** ECharts has no band: an invisible line at the lower bound carries an area up to the upper one. */
function bandSeries(points: readonly MonthPoint[], colours: ChartColours) {
  const shared = { type: 'line' as const, stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, z: 1 }
  const known = ({ low, high }: MonthPoint) => low !== null && high !== null
  return [
    { ...shared, data: points.map((point) => (known(point) ? point.low : null)) },
    {
      ...shared,
      data: points.map((point) => (known(point) ? (point.high ?? 0) - (point.low ?? 0) : null)),
      areaStyle: { color: colours.band, opacity: 0.6 },
    },
  ]
}

function lineSeries(points: readonly MonthPoint[], colours: ChartColours) {
  const marks = points.filter(({ alarm, value }) => alarm && value !== null)
  return {
    type: 'line' as const,
    z: 3,
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { color: colours.accent, width: 2 },
    itemStyle: { color: colours.accent },
    data: points.map((point) => ({ value: point.value, itemStyle: dotStyle(point, colours) })),
    ...(points.some(({ notes }) => notes.length > 0) ? { markLine: noteLines(points, colours) } : {}),
    markPoint: {
      symbol: 'triangle',
      symbolSize: 12,
      symbolOffset: [0, -14],
      symbolRotate: 180,
      itemStyle: { color: colours.danger },
      label: { show: false },
      data: marks.map(({ month, value, little }) => ({
        name: month,
        coord: [month, value ?? 0],
        ...(little ? { itemStyle: { color: colours.dim } } : {}),
      })),
    },
  }
}

/** A vertical line at each month with a note; what it says stands in the tooltip and under the chart. */
const noteLines = (points: readonly MonthPoint[], colours: ChartColours) => ({
  symbol: 'none',
  silent: true,
  animation: false,
  label: { show: false },
  lineStyle: { color: colours.dim, type: 'dotted' as const, width: 1.5 },
  data: points.filter(({ notes }) => notes.length > 0).map(({ month }) => ({ xAxis: month })),
})

/** What the months are held against, as a dotted line without dots; nothing where there is nothing. */
function beforeSeries(points: readonly MonthPoint[], colours: ChartColours) {
  if (points.every(({ before }) => before === null)) return []
  const lineStyle = { color: colours.dim, width: 1.5, type: 'dashed' as const }
  return [
    {
      type: 'line' as const,
      z: 2,
      symbol: 'circle',
      symbolSize: 3,
      lineStyle,
      itemStyle: { color: colours.dim },
      data: points.map(({ before }) => before),
    },
  ]
}

/** Full where the figure stands; hollow where it does not yet: grey of little data, in the line's colour of a running month. */
function dotStyle({ little, running }: MonthPoint, colours: ChartColours) {
  if (!little && !running) return {}
  return { color: colours.surface, borderColor: little ? colours.dim : colours.accent, borderWidth: 2 }
}
