import type { Chart } from '../blocks.ts'

/** Where an axis begins and ends, and what is written along it. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  /** Digits after the comma that the ticks need. */
  readonly digits: number
}

const STEPS = [1, 2, 2.5, 5, 10]

/** The axis of a chart: it holds the ends of intervals, too. */
export const scaleFor = (chart: Chart): Scale => scaleOf(valuesOf(chart), chart.form === 'bars')

const valuesOf = ({ series }: Chart): number[] =>
  series.flatMap(({ values, intervals = [] }) => [
    ...values.filter((value) => value !== null),
    ...intervals.flatMap((interval) => (interval === null ? [] : [interval.low, interval.high])),
  ])

/** Round numbers around the values; from zero for bars, and for lines that are not far above it. */
export function scaleOf(values: readonly number[], fromZero: boolean): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const near = least >= 0 && least < most * 0.6
  const bottom = fromZero || near ? Math.min(0, least) : least
  const top = fromZero ? Math.max(0, most) : most
  const step = roundStep((top - bottom || Math.abs(top) || 1) / 4)
  const first = Math.floor(bottom / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(top / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, digits: digitsFor(step) }
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  return (STEPS.find((step) => step >= wanted / power - 1e-9) ?? 10) * power
}

const digitsFor = (step: number): number =>
  [0, 1, 2, 3, 4, 5].find((digits) => Math.abs(step - Number(step.toFixed(digits))) < 1e-9) ?? 6
