/** What one service says of itself: n cases and the mean of them; for shares a value of 0–1. */
export interface Observed {
  readonly n: number
  readonly mean: number
}
/** The spread of the services' true values: their mean and how many cases of its own a service needs to be believed half. */
export interface Prior {
  readonly mean: number
  /** Infinite where the services differ by chance alone. */
  readonly weight: number
}

/**
 * Empirical Bayes: a service with few cases is pulled towards the mean of all, so that small ones don't fill both ends of a
 * table by chance. expected = (n · own + weight · mean) / (n + weight).
 */
export function shrink({ n, mean }: Observed, prior: Prior): number {
  if (prior.weight === Infinity) return prior.mean
  return n + prior.weight === 0 ? mean : (n * mean + prior.weight * prior.mean) / (n + prior.weight)
}

/**
 * Beta-binomial prior of shares by the method of moments (Kleinman 1973, weights n). With N = Σn, m = Σnp / N and
 * S = Σn(p − m)²: E S = m(1 − m) · [(k − 1) + ρ · (N − Σn² / N − (k − 1))], so ρ = (S / (m(1 − m)) − (k − 1)) /
 * (N − Σn² / N − (k − 1)); the weight α + β is 1 / ρ − 1.
 */
export function sharePrior(services: readonly Observed[]): Prior {
  const { k, total, mean, squares, between } = moments(services)
  const binomial = mean * (1 - mean)
  if (k < 2 || binomial === 0) return { mean, weight: Infinity }
  const room = total - squares / total - (k - 1)
  const rho = room > 0 ? (between / binomial - (k - 1)) / room : 0
  return { mean, weight: rho > 0 ? Math.max(0, 1 / rho - 1) : Infinity }
}

/**
 * Normal prior of means (DerSimonian and Laird's moments, weights n): σ² within services, pooled; between them
 * τ² = (S − (k − 1)σ²) / (N − Σn² / N). The weight is σ² / τ².
 */
export function meanPrior(services: readonly (Observed & { readonly sd: number })[]): Prior {
  const { k, total, mean, squares, between } = moments(services)
  const freedom = services.reduce((sum, { n }) => sum + Math.max(0, n - 1), 0)
  if (k < 2 || freedom === 0) return { mean, weight: Infinity }
  const within = services.reduce((sum, { n, sd }) => sum + Math.max(0, n - 1) * sd * sd, 0) / freedom
  const tau = (between - (k - 1) * within) / (total - squares / total)
  return { mean, weight: tau > 0 ? within / tau : Infinity }
}

function moments(services: readonly Observed[]) {
  const used = services.filter(({ n }) => n > 0)
  const sum = (value: (service: Observed) => number): number => used.reduce((all, service) => all + value(service), 0)
  const total = sum(({ n }) => n)
  const mean = total > 0 ? sum(({ n, mean: own }) => n * own) / total : 0
  return {
    k: used.length,
    total,
    mean,
    squares: sum(({ n }) => n * n),
    between: sum(({ n, mean: own }) => n * (own - mean) ** 2),
  }
}
