import { describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { forgetStatements } from './forget.ts'
import { takeIn } from './intake.ts'
import { reviewSource } from './reviews.ts'
import type { StatementSource } from './source.ts'

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
  let withdrawn: number[] = []
  const sources = [reviewSource(ch, async (packages) => packages.filter((one) => withdrawn.includes(one)))]
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
  const kept = async () => (await db.selectFrom('change_statements').select('key').execute()).length
  await ch.command('TRUNCATE TABLE ratings')
  await takeIn(db, sources)
  // The store is being made anew: nothing was withdrawn.
  expect(await kept()).toBe(2)
  withdrawn = [1]
  await takeIn(db, sources)
  expect(await kept()).toBe(0)
})

describe('what a source no longer has', () => {
  const say = (key: string, text: string, batch: string) => ({ key, text, batch })
  let said = [say('a', 'Очередь на час', '1'), say('b', 'Не дозвониться', '1'), say('c', 'Сайт не открывается', '2')]
  const source: StatementSource = {
    source: 'answer',
    batches: async () =>
      [...Map.groupBy(said, ({ batch }) => batch)].map(([batch, own]) => ({ batch, statements: own.length })),
    read: async function* (batches) {
      for (const batch of batches) {
        const own = said.filter((one) => one.batch === batch)
        const more = { process: '3100000000000000031', channel: null, day: '2026-05-12', rating: 1, request: 'r' }
        yield { batch, texts: own.map(({ key, text }) => ({ key, text, ...more })) }
      }
    },
  }
  const kept = async () =>
    (
      await stores.db
        .selectFrom('change_statements')
        .select(['key', 'batch', 'text', 'codes'])
        .where('source', '=', 'answer')
        .orderBy('key')
        .execute()
    ).map(({ key, batch, text, codes }) => [key, batch, text, codes])
  const code = (key: string) =>
    stores.db
      .updateTable('change_statements')
      .set({ codes: ['queue'], coder: 'Проба', coder_who: 'test' })
      .where('key', '=', key)
      .where('source', '=', 'answer')
      .execute()

  test('goes: a text out of a batch, a whole batch; what another batch brings again keeps its topics', async () => {
    await takeIn(stores.db, [source])
    await code('c')
    said = [say('a', 'Очередь на час', '1'), say('c', 'Сайт не открывается', '3')]
    expect(await takeIn(stores.db, [source])).toBe(0)
    expect(await kept()).toEqual([
      ['a', '1', 'Очередь на час', null],
      ['c', '3', 'Сайт не открывается', ['queue']],
    ])
    said = []
    await takeIn(stores.db, [source])
    expect(await kept()).toEqual([])
  })

  test('is forgotten at once where it is erased: counted without its text if somebody coded it', async () => {
    said = [say('a', 'Очередь на час', '1'), say('b', 'Не дозвониться', '1')]
    await takeIn(stores.db, [source])
    await code('a')
    await stores.db.transaction().execute((tx) => forgetStatements(tx, 'answer', ['a', 'b']))
    expect(await kept()).toEqual([['a', '1', '', ['queue']]])
  })

  test('no source is needed, nor all of them', async () => {
    expect(await takeIn(stores.db, [])).toBe(0)
  })
})
