import type { Counted, Figure, IndicatorRow } from '@otklik/model/api'

/** Under this many cases a figure is shown grey with the words «мало данных» and calls no alarm. */
export const LITTLE = 30

export const FIGURES = ['refusals', 'errors', 'csi'] as const satisfies readonly Figure[]

/** The word under which the requests that make a figure worse (its numerator) are found again. */
export const COUNTED: Record<Figure, Counted> = { refusals: 'refused', errors: 'in_error', csi: 'rated' }

/** The word under which all requests of a figure, its n, are found again. */
export const ALL_COUNTED: Record<Figure, Counted> = { refusals: 'decided', errors: 'submitted', csi: 'rated' }

/** One figure of one slice, shares in percent and means on the scale of 1–5 alike. */
export interface Reading {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** What the figure was counted from: decided, submitted or rated requests. */
  readonly n: number
  readonly little: boolean
}

export function readingOf(row: IndicatorRow, figure: Figure): Reading {
  if (figure === 'csi') {
    const { value, low, high, n, note } = row.csi
    return { value, low, high, n, little: note === 'little_data' || n < LITTLE }
  }
  const { value, low, high, denominator } = figure === 'refusals' ? row.refusalShare : row.errorShare
  return { value, low, high, n: denominator, little: denominator < LITTLE }
}

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
