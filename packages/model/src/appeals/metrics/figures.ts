import { round4, round4OrNull } from '../../indicators/index.ts'
import { wilson } from '../../statistics/index.ts'

/** Share in percent with Wilson's interval, 4 decimals; all null without a base. */
export function shareWithInterval(
  count: number,
  base: number,
): { share: number | null; low: number | null; high: number | null } {
  if (base === 0) return { share: null, low: null, high: null }
  const { low, high } = wilson(count, base)
  return { share: shareOf(count, base), low: round4(low * 100), high: round4(high * 100) }
}

/** Share in percent, 4 decimals; null without a base. */
export const shareOf = (count: number, base: number): number | null =>
  base === 0 ? null : round4((count * 100) / base)

/** Counts by a key, as they are put into a list: the largest first, then by the key. */
export class Tally {
  readonly #counts = new Map<string, number>()

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  sorted(): { readonly key: string; readonly n: number }[] {
    return [...this.#counts].map(([key, n]) => ({ key, n })).toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  }
}

/** Whole numbers of days, counted by their value. */
export class Spread {
  readonly #counts = new Map<number, number>()
  #n = 0
  #sum = 0

  add(days: number): void {
    this.#counts.set(days, (this.#counts.get(days) ?? 0) + 1)
    this.#n++
    this.#sum += days
  }

  get n(): number {
    return this.#n
  }

  /** Null without values. */
  get mean(): number | null {
    return round4OrNull(this.#n === 0 ? null : this.#sum / this.#n)
  }

  /** The mean of the middle two, or the middle one. */
  get median(): number | null {
    const [low, high] = [this.at(Math.ceil(this.#n / 2)), this.at(Math.floor(this.#n / 2) + 1)]
    return low === null || high === null ? null : (low + high) / 2
  }

  /** The value number ⌈0.9 n⌉. */
  get p90(): number | null {
    return this.at(Math.ceil((this.#n * 9) / 10))
  }

  /** The value of a number, from 1, in the order of size. */
  private at(number: number): number | null {
    let seen = 0
    for (const [days, count] of [...this.#counts].toSorted(([a], [b]) => a - b)) {
      seen += count
      if (seen >= number) return days
    }
    return null
  }
}
