import { sumOf } from './counts.ts'
import { quantileOf } from './order.ts'

/** Rows of a day by what they are about: by office, by status. */
export type Tally = Readonly<Record<string, number>>

/** Something that always came and did not come today. */
export interface Gone {
  readonly about: string
  /** Rows that should have come. */
  readonly expected: number
  /** Its usual share of all. */
  readonly share: number
}

const FEWEST_DAYS = 10
/** So many alike days are looked at. */
const DAYS = 40
const LEANING = 10
/** A low day of its own is what today is measured by. */
const LOW = 0.1
/** Nothing came where so many rows were due on a low day: by chance once in 8,000. */
const DUE = 9

/**
 * What is gone from today: with as many other rows as there are, a low day of its own would have brought enough to notice.
 * @param past of days alike, the last one first.
 */
export function goneFrom(today: Tally, past: readonly Tally[]): Gone[] {
  const days = past
    .slice(0, DAYS)
    .map((tally) => ({ tally, all: sumOf(tally) }))
    .filter(({ all }) => all > 0)
  if (days.length < FEWEST_DAYS) return []
  const rows = sumOf(today)
  const all = days.reduce((sum, day) => sum + day.all, 0)
  return Object.keys(Object.assign({}, ...days.map(({ tally }) => tally)) as Tally).flatMap((about) => {
    if ((today[about] ?? 0) > 0) return []
    const share = days.reduce((sum, { tally }) => sum + (tally[about] ?? 0), 0) / all
    if (share === 1) return []
    const odds = rows / (1 - share)
    const low = quantileOf(
      days.map((day) => ((day.tally[about] ?? 0) + LEANING * share) / (day.all + LEANING)),
      LOW,
    )
    return low * odds >= DUE ? [{ about, expected: share * odds, share }] : []
  })
}
