import type { Source } from '@otklik/model/change'

/** A text as a source hands it over, not yet masked. */
export interface SourceText {
  /** What it is known by within its source: it is taken in once. */
  readonly key: string
  /** `service_id`, or the id of another process. */
  readonly process: string
  readonly channel: string | null
  /** YYYY-MM-DD of local time. */
  readonly day: string
  /** Empty where a person was asked and wrote nothing. */
  readonly text: string
  readonly rating: number | null
  /** Above 0; absent: 1. */
  readonly weight?: number
  /** The number of the request that it is about. */
  readonly request: string | null
}

/** Texts that come together: all of a batch are there, or it will have grown when it is looked at again. */
export interface SourceBatch {
  readonly batch: string
  readonly statements: number
}

/**
 * A context that hands texts over. Nothing here knows where they come from. What it no longer hands over is withdrawn here
 * too: a batch that is not listed any more, a text that a batch read again no longer has; where the store is made anew at
 * times, only what it says is withdrawn. What has to go at once is told by `forgetStatements`.
 */
export interface StatementSource {
  /** There is one object for each source. */
  readonly source: Source
  /** Every batch there is; those whose size is known are not read again. */
  batches(): Promise<readonly SourceBatch[]>
  /** Of batches that are not listed, those that are gone for good. Absent: all of them, and texts that a batch no longer has. */
  withdrawn?(batches: readonly string[]): Promise<readonly string[]>
  /** The texts of some batches, batch by batch. */
  read(batches: readonly string[]): AsyncIterable<{ readonly batch: string; readonly texts: readonly SourceText[] }>
}
