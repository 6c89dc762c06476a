interface IntervalPlotProps {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** The same scale in every row of a table. */
  readonly domain: readonly [number, number]
  readonly mean: number | null
  readonly little?: boolean
  readonly width?: number
}

const HEIGHT = 22
const PAD = 6
const MIDDLE = HEIGHT / 2

/** A dot with its interval, and the mean of all as a line: what stands beside it in figures. */
export function IntervalPlot({ value, low, high, domain, mean, little = false, width = 170 }: IntervalPlotProps) {
  const [from, to] = domain
  const x = (at: number) => PAD + ((Math.min(to, Math.max(from, at)) - from) * (width - 2 * PAD)) / (to - from || 1)
  const colour = little ? 'var(--o-grey)' : 'var(--o-accent)'
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {mean !== null && (
        <line x1={x(mean)} x2={x(mean)} y1="0" y2={HEIGHT} stroke="var(--o-grey)" strokeDasharray="2 3" />
      )}
      {low !== null && high !== null && (
        <path
          d={`M${x(low)} ${MIDDLE - 4}v8M${x(low)} ${MIDDLE}H${x(high)}M${x(high)} ${MIDDLE - 4}v8`}
          stroke={colour}
          strokeWidth="1.5"
          fill="none"
          strokeDasharray={little ? '3 2' : undefined}
        />
      )}
      {value !== null && (
        <circle
          cx={x(value)}
          cy={MIDDLE}
          r="4"
          fill={little ? 'var(--o-surface)' : colour}
          stroke={colour}
          strokeWidth="1.5"
        />
      )}
    </svg>
  )
}

interface Spread {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly little: boolean
}

/**
 * The common scale of a table's plots: shares start at 0. Intervals of rows with little data may be cut, so that one
 * tiny service does not press all others into a corner.
 */
export function domainOf(rows: readonly Spread[], whole: readonly [number, number]): [number, number] {
  const trusted = rows.filter(({ little }) => !little)
  const used = trusted.length > 0 ? trusted : rows
  const bounds = used.flatMap(({ value, low, high }) => [value, low, high]).filter((bound) => bound !== null)
  if (bounds.length === 0) return [whole[0], whole[1]]
  const span = Math.max(...bounds) - Math.min(...bounds)
  const from = whole[0] === 0 ? 0 : Math.max(whole[0], Math.min(...bounds) - span * 0.05)
  return [from, Math.min(whole[1], Math.max(...bounds) + span * 0.05) || whole[1]]
}
