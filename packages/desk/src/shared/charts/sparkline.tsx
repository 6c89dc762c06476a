interface SparklineProps {
  readonly values: readonly (number | null)[]
  /** Bounds of the interval per value; drawn as a band where given. */
  readonly band?: readonly { readonly low: number | null; readonly high: number | null }[]
  readonly width?: number
  readonly height?: number
}

const PAD = 3

/** A small line without axes: the shape of the last months. The figures stand beside it, so it is hidden from readers. */
export function Sparkline({ values, band = [], width = 120, height = 28 }: SparklineProps) {
  const known = [...values, ...band.flatMap(({ low, high }) => [low, high])].filter((value) => value !== null)
  if (known.length < 2) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (index: number) => PAD + (index * (width - 2 * PAD)) / Math.max(1, values.length - 1)
  const y = (value: number) => height - PAD - ((value - least) * (height - 2 * PAD)) / (most - least || 1)
  const last = values.findLastIndex((value) => value !== null)
  const lastValue = values[last]
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {bandRuns(band).map((run) => (
        <polygon key={run[0]?.index} fill="var(--o-band)" opacity="0.6" points={outline(run, x, y)} />
      ))}
      {lineRuns(values).map((run) => (
        <polyline
          key={run[0]?.index}
          fill="none"
          stroke="var(--o-accent)"
          strokeWidth="1.6"
          strokeLinejoin="round"
          points={run.map(({ index, value }) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
        />
      ))}
      {lastValue !== undefined && lastValue !== null && (
        <circle cx={x(last)} cy={y(lastValue)} r="2.4" fill="var(--o-accent)" />
      )}
    </svg>
  )
}

interface At {
  readonly index: number
  readonly value: number
}
interface Span {
  readonly index: number
  readonly low: number
  readonly high: number
}

/** Pieces of a series between its gaps. */
function runs<T>(items: readonly (T | null)[]): T[][] {
  const all: T[][] = []
  let open: T[] = []
  for (const item of [...items, null]) {
    if (item !== null) open.push(item)
    else {
      if (open.length > 0) all.push(open)
      open = []
    }
  }
  return all
}

const lineRuns = (values: readonly (number | null)[]): At[][] =>
  runs(values.map((value, index) => (value === null ? null : { index, value })))

const bandRuns = (band: NonNullable<SparklineProps['band']>): Span[][] =>
  runs(band.map(({ low, high }, index) => (low === null || high === null ? null : { index, low, high })))

function outline(run: readonly Span[], x: (index: number) => number, y: (value: number) => number): string {
  const point = (index: number, value: number) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`
  const above = run.map(({ index, high }) => point(index, high))
  const below = run.map(({ index, low }) => point(index, low)).reverse()
  return [...above, ...below].join(' ')
}
