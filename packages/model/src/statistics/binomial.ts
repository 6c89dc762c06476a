import { incompleteBeta } from './beta.ts'

/** P(X ≥ x) of a binomial with n trials of chance p, 0 < p < 1: whole x and n. */
export const binomialTail = (x: number, n: number, p: number): number =>
  x <= 0 ? 1 : x > n ? 0 : incompleteBeta(p, 1 - p, x, n - x + 1)
