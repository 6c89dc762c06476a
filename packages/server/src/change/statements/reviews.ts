import { readReviews, type Review, reviewBatches } from '../../facts/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { SourceText, StatementSource } from './source.ts'

/** What people wrote beside the ratings of the daily packages; a package is a batch. */
export const reviewSource = (ch: ClickHouse): StatementSource => ({
  source: 'review',
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
