import { readReviews, type Review, reviewBatches } from '../../facts/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { SourceText, StatementSource } from './source.ts'

/** Of these packages, those that were withdrawn. */
type Withdrawn = (packages: readonly number[]) => Promise<readonly number[]>

/**
 * What people wrote beside the ratings of the daily packages; a package is a batch. The store that they are read from is made
 * anew at times, so that a package gone from it need not be withdrawn: the ledger knows.
 */
export const reviewSource = (ch: ClickHouse, withdrawn: Withdrawn): StatementSource => ({
  source: 'review',
  withdrawn: async (batches) => (await withdrawn(batches.map(Number))).map(String),
  batches: async () =>
    (await reviewBatches(ch)).map((batch) => ({ batch: String(batch.package), statements: batch.reviews })),
  read: (batches) => readAll(ch, batches.map(Number)),
})

async function* readAll(ch: ClickHouse, packages: readonly number[]) {
  const reviews = await readReviews(ch, packages)
  for (const [number, own] of Map.groupBy(reviews, (review) => review.package))
    yield { batch: String(number), texts: own.map(textOf) }
}

const textOf = ({ request, ratedAt, service, channel, score, review }: Review): SourceText => ({
  key: `${request} ${ratedAt}`,
  process: service,
  channel: channel.trim() === '' ? null : channel,
  day: ratedAt.slice(0, 10),
  text: review,
  rating: score >= 1 && score <= 5 ? score : null,
  request,
})
