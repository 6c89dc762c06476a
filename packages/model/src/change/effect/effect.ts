import { round4, round4OrNull } from '../../indicators/index.ts'
import { addMonths, monthNumber, monthsBetween } from '../../months/index.ts'
import { newcombe, wilson } from '../../statistics/index.ts'

/** A month of a share: n asked or decided, x of them counted; and how many came by each channel. */
export interface EffectMonth {
  readonly month: string
  readonly n: number
  readonly x: number
  readonly channels: Readonly<Record<string, number>> | null
}
export interface EffectInput {
  /** The day on which the measure was done, YYYY-MM-DD: its month is left out. */
  readonly done_on: string
  /** Which way the share should go. */
  readonly better: 'less' | 'more'
  readonly months: readonly EffectMonth[]
}

export type EffectVerdict = 'better' | 'worse' | 'unclear' | 'little_data' | 'too_early'

/** Months taken together; null where there is none. Shares in percent, 4 decimals. */
export interface EffectWindow {
  readonly from: string | null
  readonly to: string | null
  readonly n: number
  readonly x: number
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
}
export interface Effect {
  readonly before: EffectWindow
  readonly after: EffectWindow
  /** After less before, with Newcombe's limits. */
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
  readonly verdict: EffectVerdict
  /** Half the sum of how much the shares of the channels changed, in points; null where they are not known. */
  readonly mix_shift: number | null
}

const SHORTEST = 3
const LONGEST = 6
const ENOUGH = 30

/** From so many points on, a change of channels can make the difference by itself, and is warned of. */
export const MIX_WARNING = 10

/** What became of a share after a measure: three months on either side, longer where few answered. */
export function effectOf({ done_on, better, months }: EffectInput): Effect {
  const known = new Map(months.map((month) => [month.month, month]))
  const done = done_on.slice(0, 7)
  const last =
    months
      .map(({ month }) => month)
      .toSorted()
      .at(-1) ?? done
  const earlier = windowOf(known, (length) => monthsBetween(addMonths(done, -length), addMonths(done, -1)))
  const later = windowOf(known, (length) => upTo(last, monthsBetween(addMonths(done, 1), addMonths(done, length))))
  const difference = earlier.n > 0 && later.n > 0 ? newcombe(later, earlier) : null
  return {
    before: printed(earlier),
    after: printed(later),
    difference: percent(difference?.difference),
    low: percent(difference?.low),
    high: percent(difference?.high),
    verdict: verdictOf(earlier, later, difference, better),
    mix_shift: mixShift(earlier, later),
  }
}

interface Sum {
  readonly months: readonly string[]
  readonly n: number
  readonly x: number
  readonly channels: ReadonlyMap<string, number>
}

const upTo = (last: string, months: readonly string[]): string[] =>
  months.filter((month) => monthNumber(month) <= monthNumber(last))

/** Three months, and one more as long as too few answered; missing months count nothing. */
function windowOf(known: ReadonlyMap<string, EffectMonth>, monthsOf: (length: number) => readonly string[]): Sum {
  for (let length = SHORTEST; ; length++) {
    const sum = sumOf(known, monthsOf(length))
    if (sum.n >= ENOUGH || length >= LONGEST) return sum
  }
}

function sumOf(known: ReadonlyMap<string, EffectMonth>, months: readonly string[]): Sum {
  const channels = new Map<string, number>()
  let [n, x] = [0, 0]
  for (const month of months) {
    const own = known.get(month)
    n += own?.n ?? 0
    x += own?.x ?? 0
    for (const [channel, count] of Object.entries(own?.channels ?? {}))
      channels.set(channel, (channels.get(channel) ?? 0) + count)
  }
  return { months, n, x, channels }
}

const percent = (share: number | undefined): number | null => round4OrNull(share === undefined ? null : 100 * share)

function printed({ months, n, x }: Sum): EffectWindow {
  const limits = n > 0 ? wilson(x, n) : undefined
  return {
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    n,
    x,
    p: percent(n > 0 ? x / n : undefined),
    low: percent(limits?.low),
    high: percent(limits?.high),
  }
}

function verdictOf(
  earlier: Sum,
  later: Sum,
  difference: { low: number; high: number } | null,
  better: 'less' | 'more',
): EffectVerdict {
  if (later.months.length < SHORTEST) return 'too_early'
  if (earlier.n < ENOUGH || later.n < ENOUGH || difference === null) return 'little_data'
  if (difference.low <= 0 && difference.high >= 0) return 'unclear'
  return difference.high < 0 === (better === 'less') ? 'better' : 'worse'
}

function mixShift(earlier: Sum, later: Sum): number | null {
  const [before, after] = [earlier, later].map(({ channels }) =>
    [...channels.values()].reduce((sum, count) => sum + count, 0),
  )
  if (!before || !after) return null
  const names = new Set([...earlier.channels.keys(), ...later.channels.keys()])
  const moved = [...names].reduce(
    (sum, name) => sum + Math.abs((later.channels.get(name) ?? 0) / after - (earlier.channels.get(name) ?? 0) / before),
    0,
  )
  return round4(50 * moved)
}
