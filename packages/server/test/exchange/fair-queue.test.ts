import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { importQueue, receivePackage } from '../../src/exchange/index.ts'
import { nextBatch } from '../../src/exchange/packages/next-batch.ts'
import { addSupplier, testInstallation } from '../support/installation.ts'

const otklik = testInstallation()
const receive = async (supplier: string, name: string, text: string) => {
  const { db, dataDir } = otklik
  const files = [{ name, open: () => Readable.from([text]) }]
  return (await receivePackage({ db, dataDir }, { supplier, date: '2026-06-30', name, files, who: 'system' })).id
}
const event = (id: string) => `request_id;section;status;date;time\n${id};ЕПГУ;17;01.05.2026;10:00:00\n`
const limits = { packages: 4, bytes: 1 << 20, shared: { bytes: 1 << 20, backlogBytes: 1 << 20 } }
const waiting = async (served: string[]) => (await nextBatch(otklik.db, limits, served)).map(({ name }) => name)

test('each supplier that waits has its oldest package in the next batch, whoever sent many before', async () => {
  for (const code of ['b', 'c']) await addSupplier(otklik, code)
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) await receive('test', name, event(name))
  await receive('b', 'b1', event('b1'))
  await receive('b', 'b2', event('b2'))
  await receive('c', 'c1', event('c1'))
  expect(await waiting([])).toEqual(['a1', 'a2', 'b1', 'c1'])
  const first = { ...limits, packages: 1 }
  const next = async (served: string[]) => (await nextBatch(otklik.db, first, served)).map(({ name }) => name)
  expect(await next([])).toEqual(['a1'])
  expect(await next(['test'])).toEqual(['b1'])
  expect(await next(['test', 'b'])).toEqual(['c1'])
  expect(await next(['b', 'c', 'test'])).toEqual(['b1'])
})

test('a package that comes while a backlog is read does not wait for the rest of it', async () => {
  await otklik.pool.query("UPDATE exchange_packages SET state = 'failed' WHERE state = 'waiting'")
  const row = (n: number) => `${'x'.repeat(180)}${n};ЕПГУ;17;01.05.2026;10:00:00\n`
  const large = `request_id;section;status;date;time\n${Array.from({ length: 80_000 }, (_, n) => row(n)).join('')}`
  const backlog = [await receive('test', 'large', large)]
  for (const name of ['l1', 'l2']) backlog.push(await receive('test', name, event(name)))
  const batches: number[][] = []
  const small: number[] = []
  const { ch, log } = otklik.parts
  const parts = {
    ...otklik.parts,
    log: Object.assign(Object.create(log), { info: (told: { packages: number[] }) => batches.push(told.packages) }),
    ch: {
      ...ch,
      // Asked when the batch has been chosen, before its first file is read.
      query: async <T>(...args: Parameters<typeof ch.query>) => {
        if (small.length === 0) small.push(await receive('b', 'small', event('small')))
        return ch.query<T>(...args)
      },
    },
  }
  await importQueue(parts, otklik.pool).run()
  expect(batches).toEqual([backlog.slice(0, 1), [...backlog.slice(1), ...small]])
  const rows = await otklik.db
    .selectFrom('exchange_packages')
    .select(['state', 'attempts'])
    .where('id', 'in', [...backlog, ...small])
    .execute()
  expect(rows).toEqual(Array(4).fill({ state: 'accepted', attempts: 1 }))
}, 120_000)
