import type { Counted, Figure, IndicatorRow } from '@otklik/model/progress/api'

export const FIGURES = ['refusals', 'errors', 'csi'] as const satisfies readonly Figure[]

/** The word under which the requests that make a figure worse (its numerator) are found again. */
export const COUNTED: Record<Figure, Counted> = { refusals: 'refused', errors: 'in_error', csi: 'rated' }

/** The word under which all requests of a figure, its n, are found again. */
export const ALL_COUNTED: Record<Figure, Counted> = { refusals: 'decided', errors: 'submitted', csi: 'rated' }

/** How many requests `COUNTED` finds of a figure. */
export const countedOf = (row: IndicatorRow, figure: Figure): number =>
  ({ refusals: row.refused, errors: row.inError, csi: row.csi.n })[figure]

/** Digits after the comma: shares one, means two. */
export const digitsOf = (figure: Figure): 1 | 2 => (figure === 'csi' ? 2 : 1)

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
