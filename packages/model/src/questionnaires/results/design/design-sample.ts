import { leastForMeanInterval, netInterval, scoreInterval, studentQuantile } from '../../../statistics/index.ts'
import type { ResultPlan } from '../counted-items.ts'
import { noMean, noShare } from '../figures.ts'
import type { Sample } from '../sample.ts'
import type { MeanFigure, ShareFigure } from '../types.ts'
import type { Column, Records } from './records.ts'
import { unequal } from './rake.ts'
import { type Design, varianceOf } from './variance.ts'

/** Variances this small are those of figures that the weights fix. */
const nothing = 1e-18

/** A person of the base of a figure, and what counts of the answer. */
interface Rated {
  readonly person: number
  readonly value: number
}

/** A weighted mean of values, and the influence of each person on it. */
interface Estimate {
  readonly value: number
  readonly variance: number
  readonly weights: readonly number[]
}

/**
 * People as weights, clusters and strata make them count. Figures of a group keep all clusters: those without anyone of the
 * group add nothing, but they were drawn too.
 * @param people places of the people whose figures these are.
 */
export function designSample(plan: ResultPlan, records: Records, design: Design, people: readonly number[]): Sample {
  const columnOf = (item: string): Column | undefined => records.columns.get(item)
  const critical = design.df > 0 ? studentQuantile(0.975, design.df) : undefined
  const baseOf = (item: string, value: (keys: readonly string[]) => number): Rated[] =>
    ratedIn(columnOf(item), people, (keys) => (keys.includes('base') ? value(keys) : undefined))
  const hits = (item: string, values: readonly string[]): Rated[] =>
    baseOf(item, (keys) => Number(chooses(keys, values)))
  return {
    people: people.length,
    count: (item, key) => ratedIn(columnOf(item), people, (keys) => (keys.includes(key) ? 1 : undefined)).length,
    values: (item) => valuesOf(columnOf(item), people),
    share: (item, values) => shareFigure(design, hits(item, values), critical),
    net: (item, best, worst) => {
      const rated = baseOf(item, (keys) => Number(chooses(keys, best)) - Number(chooses(keys, worst)))
      return netFigure(design, rated, critical)
    },
    mean: (item, missing) =>
      meanFigure(
        design,
        baseOf(item, (keys) => numberIn(keys, missing)),
        critical,
      ),
    csi: () => csiFigure(plan, design, records, people, critical),
  }
}

const chooses = (keys: readonly string[], values: readonly string[]): boolean =>
  values.some((value) => keys.includes(`=${value}`))

const numberIn = (keys: readonly string[], missing: readonly string[]): number =>
  Number(keys.find((key) => key.startsWith('=') && !missing.includes(key.slice(1)))?.slice(1))

/** People whose answer has a value; it is looked at once for all who gave the same. */
function ratedIn(
  column: Column | undefined,
  people: readonly number[],
  value: (keys: readonly string[]) => number | undefined,
): Rated[] {
  if (!column) return []
  const values = column.entries.map(value)
  return people.flatMap((person) => {
    const own = values[column.answers[person] ?? -1]
    return own === undefined ? [] : [{ person, value: own }]
  })
}

function valuesOf(column: Column | undefined, people: readonly number[]): string[] {
  const places = new Set(people.map((person) => column?.answers[person] ?? -1))
  const entries = (column?.entries ?? []).filter((_, place) => places.has(place))
  const keys = entries.flat().filter((key) => key.startsWith('='))
  return [...new Set(keys)].map((key) => key.slice(1))
}

/** Undefined without a base, or where nobody in it has any weight. */
function estimateOf(design: Design, rated: readonly Rated[]): Estimate | undefined {
  const weights = rated.map(({ person }) => design.weights[person] ?? 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) return undefined
  const value = rated.reduce((sum, { value: own }, at) => sum + (weights[at] ?? 0) * own, 0) / total
  const influences = new Float64Array(design.weights.length)
  for (const { person, value: own } of rated) influences[person] = (own - value) / total
  return { value, weights, variance: varianceOf(design, influences) }
}

/** Answers' worth where the variance can't tell: all are the same. */
const worthOf = ({ weights }: Estimate): number => unequal(weights).n_eff

type Critical = number | undefined

function shareFigure(design: Design, rated: readonly Rated[], critical: Critical): ShareFigure {
  const estimate = estimateOf(design, rated)
  if (!estimate) return noShare
  const { value, variance } = estimate
  const isEnd = rated.every((one) => one.value === rated[0]?.value)
  const worth = isEnd ? worthOf(estimate) : variance < nothing ? null : (value * (1 - value)) / variance
  const share = isEnd ? (rated[0]?.value ?? 0) : value
  const limits = worth === null || critical === undefined ? undefined : scoreInterval(share, worth, critical)
  return weightedShare(share, limits, rated.length, worth)
}

function netFigure(design: Design, rated: readonly Rated[], critical: Critical): ShareFigure {
  const estimate = estimateOf(design, rated)
  if (!estimate) return noShare
  const { value, variance, weights } = estimate
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shareOf = (side: number): number =>
    rated.reduce((sum, one, at) => (one.value === side ? sum + (weights[at] ?? 0) : sum), 0) / total
  const [up, down] = [shareOf(1), shareOf(-1)]
  const isEnd = rated.every((one) => one.value === rated[0]?.value)
  const worth = isEnd ? worthOf(estimate) : variance < nothing ? null : (up + down - (up - down) ** 2) / variance
  const limits = worth === null || critical === undefined ? undefined : netInterval(up, down, worth, critical)
  return weightedShare(value, limits, rated.length, worth)
}

/** In percent; `fixed` where the weights leave nothing to chance. */
function weightedShare(
  value: number,
  limits: { readonly low: number; readonly high: number } | undefined,
  n: number,
  worth: number | null,
): ShareFigure {
  const share = 100 * value
  if (worth === null) return { value: share, low: share, high: share, n, n_eff: null, note: 'fixed' }
  const [low, high] = limits ? [100 * limits.low, 100 * limits.high] : [null, null]
  return { value: share, low, high, n, n_eff: worth }
}

function meanFigure(design: Design, rated: readonly Rated[], critical: Critical): MeanFigure {
  const estimate = estimateOf(design, rated)
  if (!estimate) return noMean
  const equal = rated.every((one) => one.value === rated[0]?.value)
  return limited(estimate.value, estimate.variance, rated.length, equal, critical)
}

function limited(value: number, variance: number, n: number, equal: boolean, critical: Critical): MeanFigure {
  const isNothing = variance < nothing
  const se = isNothing ? 0 : Math.sqrt(variance)
  if (n < leastForMeanInterval || critical === undefined)
    return { value, low: null, high: null, se: n > 1 ? se : null, n, note: 'little_data' }
  if (equal) return { value, low: null, high: null, se: 0, n, note: 'no_spread' }
  if (isNothing) return { value, low: value, high: value, se, n, note: 'fixed' }
  return { value, low: value - critical * se, high: value + critical * se, se, n, note: null }
}

/** The index: its influence is that of its means, each with its part of the weights. */
function csiFigure(
  { criteria }: ResultPlan,
  design: Design,
  records: Records,
  people: readonly number[],
  critical: Critical,
): MeanFigure | null {
  if (criteria.length === 0) return null
  const rated = criteria
    .map(({ code, weight }) => ({
      weight,
      given: ratedIn(records.columns.get(code), people, (keys) =>
        keys.includes('base') ? numberIn(keys, []) : undefined,
      ),
    }))
    .map((criterion) => ({ ...criterion, ...weightedMean(design, criterion.given) }))
    .filter(({ total }) => total > 0)
  const omega = rated.reduce((sum, { weight }) => sum + weight, 0)
  if (omega === 0) return noMean
  const influences = new Float64Array(design.weights.length)
  for (const { weight, given, mean, total } of rated)
    for (const { person, value } of given)
      influences[person] = (influences[person] ?? 0) + ((weight / omega) * (value - mean)) / total
  const value = rated.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / omega
  const n = new Set(rated.flatMap(({ given }) => given.map(({ person }) => person))).size
  const equal = rated.every(({ given }) => given.every((one) => one.value === given[0]?.value))
  return limited(value, varianceOf(design, influences), n, equal, critical)
}

function weightedMean(design: Design, given: readonly Rated[]): { mean: number; total: number } {
  const weightOf = (person: number): number => design.weights[person] ?? 0
  const total = given.reduce((sum, { person }) => sum + weightOf(person), 0)
  return { total, mean: given.reduce((sum, { person, value }) => sum + weightOf(person) * value, 0) / total }
}
