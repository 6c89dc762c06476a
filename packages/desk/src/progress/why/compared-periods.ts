import type { Slice } from '@otklik/model/api'
import { addMonths, monthNumber } from '@otklik/model/months'
import type { WhySearch } from './why-search.ts'

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
  against: WhySearch['against'],
  closedThrough: string | null,
): ComparedPeriods | null {
  const last = to ?? from ?? closedThrough
  if (last === null) return null
  const now = { from: from ?? last, to: last }
  const distance = against === 'before' ? monthNumber(now.to) - monthNumber(now.from) + 1 : 12
  return { now, before: { from: addMonths(now.from, -distance), to: addMonths(now.to, -distance) } }
}
