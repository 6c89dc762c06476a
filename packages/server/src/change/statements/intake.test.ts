import { expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { takeIn } from './intake.ts'
import { reviewSource } from './reviews.ts'

const stores = testDatabases()

test('reviews of known requests are taken in once, masked; a package that has grown is read again', async () => {
  const { db, clickhouse: ch } = stores
  await db
    .insertInto('change_processes')
    .values({ id: '3100000000000000031', name: 'Услуга', kind: 'service', authority_id: null, region: null })
    .execute()
  await ch.command(`INSERT INTO request_current VALUES ('r1', '3100000000000000031', '', '31', 'о', 'МФЦ', 1),
    ('r2', '3100000000000000031', '', '31', 'о', '', 1)`)
  const rate = (request: string, text: string, file: number) =>
    ch.command(`INSERT INTO ratings VALUES ('${request}', '2026-05-12 10:00:00', 2, '', 0, '${text}', ${file}, 1, 1)`)
  await rate('r1', 'Звонил 8 910 123-45-67, очередь', 1)
  await rate('unknown', 'Очередь', 2)
  const sources = [reviewSource(ch)]
  expect([await takeIn(db, sources), await takeIn(db, sources)]).toEqual([1, 0])
  await rate('r2', 'Нет', 1)
  expect(await takeIn(db, sources)).toBe(1)
  const rows = await db
    .selectFrom('change_statements')
    .select(['batch', 'text', 'day', 'channel', 'rating', 'request', 'filtered'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    {
      batch: '1',
      text: 'Звонил [телефон], очередь',
      day: '2026-05-12',
      channel: 'МФЦ',
      rating: 2,
      request: 'r1',
      filtered: null,
    },
    { batch: '1', text: 'Нет', day: '2026-05-12', channel: null, rating: 2, request: 'r2', filtered: 'no_problem' },
  ])
})
