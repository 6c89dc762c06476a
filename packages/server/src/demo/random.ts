/** A small seeded source of chance: sfc32, so that the demo is the same on every machine and Node version. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Index chosen in proportion to the weights. */
  weighted(weights: readonly number[]): number
  normal(): number
  /** Log-normal by its median; sigma is the deviation of the logarithm. */
  logNormal(median: number, sigma: number): number
  poisson(mean: number): number
}

/** A stream of its own per name: adding draws to one part of the demo leaves the other parts as they were. */
export function makeRandom(seed: number, name: string): Random {
  const next = sfc32(seed, name)
  const below = (limit: number) => Math.floor(next() * limit)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    below,
    normal,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    weighted: (weights) => weightedIndex(weights, next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => (mean > 30 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : knuth(mean, next)),
  }
}

function sfc32(seed: number, name: string): () => number {
  let a = fnv(name)
  let b = seed >>> 0
  let c = Math.floor(seed / 2 ** 32) >>> 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function weightedIndex(weights: readonly number[], share: number): number {
  let rest = share * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return index
  }
  return weights.length - 1
}

function knuth(mean: number, next: () => number): number {
  const floor = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > floor; product *= next()) count++
  return count
}
