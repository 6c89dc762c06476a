/**
 * An indicator is one record. The columns of the cube, of files and of the API, their titles and what screens say beside a
 * value all follow from it: docs/adr/0046-an-indicator-is-a-record.md.
 */
export type Indicator = ShareIndicator | MeanIndicator

/** Requests counted once per slice and month, however many events they have. */
export interface RequestCount {
  /** The name in code and in rows of the API. */
  readonly key: string
  /** The name in the cube, in JSON of the command and in CSV. */
  readonly column: string
  readonly title: string
  /** Codes of the status model; a request with one of these events counts. */
  readonly statuses: readonly number[]
  /** In which local months: in each with such an event, or only in that of the first. */
  readonly month: 'each' | 'first'
}

/** Ratings given in the month. */
export interface RatingCount {
  readonly key: string
  readonly column: string
  readonly title: string
}

interface Described {
  /** The word under which screens and the API choose it. */
  readonly key: string
  /** The name in rows of the API. */
  readonly field: string
  /** The name in JSON of the command and in CSV. */
  readonly column: string
  /** Its place among the columns of files; smaller ones first. */
  readonly place: number
  readonly name: string
  readonly shortName: string
  /** Heads its column where there is little room. */
  readonly heading: string
  readonly formula: string
  /** What is counted above and below the line; for a mean, what is averaged. */
  readonly counted: readonly string[]
  readonly interval: string
  /** What was decided where the rules leave a choice. */
  readonly decisions: readonly string[]
  readonly rounding: string
  /** When a value is critical. */
  readonly critical: string
  /** The document and its point. */
  readonly source: string
}

/** 100 · numerator / denominator, in percent, with the 95 % Wilson interval. */
export interface ShareIndicator extends Described {
  readonly kind: 'share'
  readonly unit: '%'
  readonly numerator: RequestCount
  readonly denominator: RequestCount
}

/** A mean of ratings on a scale, with the 95 % interval of Student's t. */
export interface MeanIndicator extends Described {
  readonly kind: 'mean'
  readonly unit: 'балл'
  readonly sample: RatingCount
}
