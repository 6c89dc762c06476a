import type { MeanFigure, ShareFigure } from './types.ts'

/**
 * The people that figures are made of (all, or those of one group), asked question by question. How an answer counts, and how
 * sure a figure is, is the sample's: plain counts, or weights, clusters and strata.
 */
export interface Sample {
  readonly people: number
  /** Persons, unweighted, with a key of an item: `shown`, `answered`, `base`, `=value`. */
  count(item: string, key: string): number
  /** The values of an item that occur. */
  values(item: string): string[]
  /** The share of an item's base that chose any of the values. */
  share(item: string, values: readonly string[]): ShareFigure
  /** The share that chose any of `best`, less that of `worst`. */
  net(item: string, best: readonly string[], worst: readonly string[]): ShareFigure
  /** The mean of an item whose values, but for those named, are numbers. */
  mean(item: string, missing: readonly string[]): MeanFigure
  /** The index of satisfaction; null where no criterion is asked for. */
  csi(): MeanFigure | null
}
