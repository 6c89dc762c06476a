import type { Slice } from '@otklik/model/api'
import { type Against, comparedWith } from '@otklik/model/months'

interface Period {
  readonly from: string
  readonly to: string
}
export interface ComparedPeriods {
  readonly before: Period
  readonly now: Period
}

/**
 * The period asked for – the last closed month where none is – and the one it is held against. Null where nothing is
 * closed yet.
 */
export function comparedPeriods(
  { from, to }: Pick<Slice, 'from' | 'to'>,
  against: Against | undefined,
  closedThrough: string | null,
): ComparedPeriods | null {
  const last = to ?? from ?? closedThrough
  if (last === null) return null
  const now = { from: from ?? last, to: last }
  return { now, before: comparedWith(now, against) }
}
