import type { ListEntry } from '@otklik/model/certification/api'
import type { YearFacts } from '@otklik/model/certification'

/** What is set for all chosen entries alike; an absent field stays as it is with each. */
export type BulkChange = Partial<Pick<YearFacts, 'selfCheck' | 'form' | 'contacts' | 'access' | 'roadMapFailed'>>

/** The entries as they are sent: each whole, with the version that was seen. */
export const changedEntries = (entries: readonly ListEntry[], change: BulkChange) =>
  entries.flatMap(({ id, year }) => (year === null ? [] : [{ id, version: year.version, ...year.facts, ...change }]))
