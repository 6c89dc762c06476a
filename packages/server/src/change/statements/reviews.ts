import { readReviews, reviewBatches } from '../../facts/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { SourceText, StatementSource } from './source.ts'

/** What people wrote beside the ratings of the daily packages; a package is a batch. */
export const reviewSource = (ch: ClickHouse): StatementSource => ({
  source: 'review',
  batches: async () =>
    (await reviewBatches(ch)).map((batch) => ({ batch: String(batch.package), statements: batch.reviews })),
  read: (batch) => readAll(ch, Number(batch)),
})

async function* readAll(ch: ClickHouse, number: number): AsyncGenerator<readonly SourceText[]> {
  yield (await readReviews(ch, number)).map(({ request, ratedAt, service, channel, score, review }) => ({
    key: `${request} ${ratedAt}`,
    process: service,
    channel: channel.trim() === '' ? null : channel,
    day: ratedAt.slice(0, 10),
    text: review,
    rating: score >= 1 && score <= 5 ? score : null,
    request,
  }))
}
