import type { Feasibility, PainRow, Priority } from './types.ts'

const RANKS: Readonly<Record<Priority, number>> = { high: 3, medium: 2, low: 1 }

/** Greater values first, missing ones last. */
const down = (one: number | null | undefined, other: number | null | undefined): number => {
  if (one == null || other == null) return Number(one == null) - Number(other == null)
  return other - one
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** Priority, then what is easier to remove, then the greater loss and share as printed, then process and problem. */
export function compareRows(
  one: PainRow,
  other: PainRow,
  feasibility: ReadonlyMap<string, Feasibility | null>,
): number {
  return (
    down(one.priority && RANKS[one.priority], other.priority && RANKS[other.priority]) ||
    down(feasibility.get(one.problem), feasibility.get(other.problem)) ||
    down(one.loss, other.loss) ||
    down(one.p, other.p) ||
    byText(one.process, other.process) ||
    byText(one.problem, other.problem)
  )
}
