import { newcombe, wilson } from '../../statistics/index.ts'
import type { Respondent } from './types.ts'

/** A weighted share: heads and weights, and how many unweighted answers it is worth. */
export interface WeightedShare {
  readonly n: number
  readonly named: number
  /** (Σw)² / Σw²; 0 without anybody. */
  readonly nEff: number
  /** Σw(named) / Σw, 0–1; null without anybody. */
  readonly p: number | null
}

/** The share of those for whom something holds; those alike count together. */
export function shareOf<T extends { readonly weight: number; readonly count?: number }>(
  all: readonly T[],
  holds: (one: T) => boolean,
): WeightedShare {
  let [n, weights, squares, named, weightNamed] = [0, 0, 0, 0, 0]
  for (const one of all) {
    const heads = one.count ?? 1
    n += heads
    weights += heads * one.weight
    squares += heads * one.weight ** 2
    if (!holds(one)) continue
    named += heads
    weightNamed += heads * one.weight
  }
  return {
    n,
    named,
    nEff: n === 0 ? 0 : weights ** 2 / squares,
    // All of them are all, whatever rounding makes of the sums.
    p: n === 0 ? null : named === n ? 1 : weightNamed / weights,
  }
}

/** Wilson's limits of a weighted share, 0–1: those of its share of as many unweighted answers as it is worth. */
export function limitsOf({ p, nEff }: WeightedShare): { low: number; high: number } | null {
  return p === null ? null : wilson(p * nEff, nEff)
}

const SATISFIED = 4

/** What naming a problem goes with: the satisfied (4–5) among those with a rating, without it and with it. */
export interface Impact {
  readonly ratedWith: number
  readonly ratedWithout: number
  readonly csatWith: number | null
  readonly csatWithout: number | null
  /** Csat without less csat with, and its limits by Newcombe, 0–1; null where either side has too few ratings. */
  readonly difference: { readonly difference: number; readonly low: number; readonly high: number } | null
}

export function impactOf(asked: readonly Respondent[], names: (one: Respondent) => boolean, ratedMin: number): Impact {
  const rated = asked.filter(({ rating }) => rating !== null)
  const satisfied = ({ rating }: Respondent): boolean => (rating ?? 0) >= SATISFIED
  const [withIt, without] = [rated.filter(names), rated.filter((one) => !names(one))].map((side) =>
    shareOf(side, satisfied),
  )
  const enough = Math.min(withIt?.n ?? 0, without?.n ?? 0) >= Math.max(1, ratedMin)
  return {
    ratedWith: withIt?.n ?? 0,
    ratedWithout: without?.n ?? 0,
    csatWith: withIt?.p ?? null,
    csatWithout: without?.p ?? null,
    difference: enough && withIt && without ? newcombe(counted(without), counted(withIt)) : null,
  }
}

const counted = ({ p, nEff }: WeightedShare) => ({ x: (p ?? 0) * nEff, n: nEff })

/** What a problem costs: its share times the difference; points of the satisfied, 0–1. */
export function lossOf(p: number | null, { difference }: Impact): { loss: number; low: number; high: number } | null {
  if (p === null || difference === null) return null
  return { loss: p * difference.difference, low: p * difference.low, high: p * difference.high }
}
