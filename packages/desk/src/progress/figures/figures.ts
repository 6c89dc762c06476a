import { INDICATORS } from '@otklik/model/indicators'
import type { Counted, Figure, IndicatorRow } from '@otklik/model/progress/api'

export const FIGURES: readonly Figure[] = Object.values(INDICATORS).map(({ key }) => key)

/** The word under which the requests that make a figure worse (its numerator) are found again. */
export function countedAs(figure: Figure): Counted {
  const indicator = INDICATORS[figure]
  return indicator.kind === 'share' ? indicator.numerator.column : 'rated'
}

/** The word under which all requests of a figure, its n, are found again. */
export function allCountedAs(figure: Figure): Counted {
  const indicator = INDICATORS[figure]
  return indicator.kind === 'share' ? indicator.denominator.column : 'rated'
}

/** How many requests `countedAs` finds of a figure. */
export function countedOf(row: IndicatorRow, figure: Figure): number {
  const indicator = INDICATORS[figure]
  return row[indicator.kind === 'share' ? indicator.numerator.key : indicator.sample.key]
}

export interface Run {
  readonly way: 'up' | 'down' | 'flat'
  /** Months that went this way one after another, the last one included. */
  readonly months: number
}

/** How the last months went: a run of at least two moves one way, else flat. A missing or equal value ends a run. */
export function runOf(values: readonly (number | null)[]): Run {
  const way = directionAt(values, values.length - 1)
  let months = 0
  while (way !== 'flat' && directionAt(values, values.length - 1 - months) === way) months += 1
  return months >= 2 ? { way, months } : { way: 'flat', months: 0 }
}

function directionAt(values: readonly (number | null)[], index: number): Run['way'] {
  const [before, now] = [values[index - 1] ?? null, values[index] ?? null]
  if (before === null || now === null || before === now) return 'flat'
  return now > before ? 'up' : 'down'
}
