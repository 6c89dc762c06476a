/**
 * Rounds to 4 decimals, halves away from zero: the shares and means of JSON and CSV.
 * The value is taken as its 15 significant decimal digits, so that 0.00005 counts as the half it is written as.
 */
export function round4(value: number): number {
  const rounded = Math.round(Number((Math.abs(value) * 10_000).toPrecision(15))) / 10_000
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** `round4` that leaves a missing value missing: the sign of an empty denominator is null, never 0. */
export const round4OrNull = (value: number | null): number | null => (value === null ? null : round4(value))
