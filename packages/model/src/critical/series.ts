import { addMonths } from '../months/index.ts'

/** One month of a share: whole counts, so that months are compared exactly. A month without decisions has denominator 0. */
export type MonthShare = { readonly month: string; readonly numerator: number; readonly denominator: number }

/** Whether the second share is greater, by cross-multiplication: rounded floats would call equal months a growth. */
export function rises(before: MonthShare, after: MonthShare): boolean {
  return BigInt(after.numerator) * BigInt(before.denominator) > BigInt(before.numerator) * BigInt(after.denominator)
}

/** The months of a series that have a value, by month. */
export function withValues(series: readonly MonthShare[]): Map<string, MonthShare> {
  return new Map(series.filter(({ denominator }) => denominator > 0).map((month) => [month.month, month]))
}

/**
 * The months of the rising run that ends with `last`, oldest first: each greater than the one before, with no calendar
 * month missing. At least one month, or none where `last` has no value.
 */
export function risingRun(months: ReadonlyMap<string, MonthShare>, last: string): MonthShare[] {
  const end = months.get(last)
  if (!end) return []
  const run = [end]
  for (let first = end; ; ) {
    const before = months.get(addMonths(first.month, -1))
    if (!before || !rises(before, first)) return run
    run.unshift(before)
    first = before
  }
}

/** The last months of a series, oldest first: four as the rule of growth asks for. Undefined where one has no value. */
export function lastMonths(months: ReadonlyMap<string, MonthShare>, last: string, count = 4): MonthShare[] | undefined {
  const found = monthsUpTo(months, last, count)
  return found.length === count ? found : undefined
}

/** The months with a value among the last `count` calendar months up to one, oldest first. */
export function monthsUpTo(months: ReadonlyMap<string, MonthShare>, last: string, count: number): MonthShare[] {
  const found = Array.from({ length: count }, (_, at) => months.get(addMonths(last, at + 1 - count)))
  return found.filter((month) => month !== undefined)
}
