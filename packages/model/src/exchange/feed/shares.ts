import { binomialTail } from '../../statistics/index.ts'

/** So many of how many. */
export interface Part {
  readonly x: number
  readonly n: number
}

const FEWEST_DAYS = 10
/** A day's share leans towards that of all days as if so many rows more had come. */
const LEANING = 20
const LEAST_WORST = 0.02
/** A share that is higher by less is not worth a word. */
const MARGIN = 0.1
const CHANCE = 1e-5

const pooled = (past: readonly Part[]): number => {
  const n = past.reduce((sum, part) => sum + part.n, 0)
  return n === 0 ? 0 : past.reduce((sum, part) => sum + part.x, 0) / n
}

/** The share of a part on the worst of the past days, as far as it was no chance. */
function worstOf(past: readonly Part[]): number {
  const share = pooled(past)
  return past.reduce((worst, { x, n }) => Math.max(worst, (x + LEANING * share) / (n + LEANING)), LEAST_WORST)
}

/**
 * The share up to which it would be usual, where today's is higher than the worst day of the past explains. The past's own
 * worst day is the bound, because shares of days vary far more than binomial ones.
 */
export function unusualShare(
  today: Part,
  past: readonly Part[],
  margin = MARGIN,
): { readonly usual: number } | undefined {
  const filled = past.filter(({ n }) => n > 0)
  if (filled.length < FEWEST_DAYS || today.n === 0) return undefined
  const worst = worstOf(filled)
  if (worst + margin >= 1 || today.x / today.n < worst + margin) return undefined
  return binomialTail(today.x, today.n, worst) < CHANCE ? { usual: worst } : undefined
}
