/** How people were sampled: weights, the cluster of each person, the stratum of each cluster. */
export interface Design {
  readonly weights: readonly number[]
  readonly clusters: readonly number[]
  readonly strata: readonly number[]
  /** Clusters less strata. */
  readonly df: number
  /** Takes off what raking explains; leaves values as they are where nothing was raked. */
  readonly residual: (values: Float64Array) => void
}

/** @param people clusters and strata of each person, numbered from 0. */
export function designOf(
  people: { readonly clusters: readonly number[]; readonly strata: readonly number[] },
  weights: readonly number[],
  residual: Design['residual'] = () => undefined,
): Design {
  const strata: number[] = []
  people.clusters.forEach((cluster, person) => {
    strata[cluster] = people.strata[person] ?? 0
  })
  return { weights, clusters: people.clusters, strata, df: strata.length - new Set(strata).size, residual }
}

/**
 * The variance of a figure from the influence of each person on it (Taylor linearisation): clusters are taken as drawn with
 * replacement, without a correction for finite populations, because the interval is about the process. A stratum of one cluster
 * counts by its distance from the mean of all.
 * @param influences changed by the design's residual.
 */
export function varianceOf(design: Design, influences: Float64Array): number {
  design.residual(influences)
  const totals = new Float64Array(design.strata.length)
  design.clusters.forEach((cluster, person) => {
    totals[cluster] = (totals[cluster] ?? 0) + (design.weights[person] ?? 0) * (influences[person] ?? 0)
  })
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length
  const strata = new Map<number, number[]>()
  totals.forEach((total, cluster) => {
    const stratum = design.strata[cluster] ?? 0
    const own = strata.get(stratum)
    if (own) own.push(total)
    else strata.set(stratum, [total])
  })
  return [...strata.values()].reduce((sum, own) => sum + spreadOf(own, mean), 0)
}

function spreadOf(totals: readonly number[], meanOfAll: number): number {
  const n = totals.length
  if (n === 1) return ((totals[0] ?? 0) - meanOfAll) ** 2
  const mean = totals.reduce((sum, total) => sum + total, 0) / n
  return (n / (n - 1)) * totals.reduce((sum, total) => sum + (total - mean) ** 2, 0)
}
