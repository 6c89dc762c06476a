import { describe, expect, test } from 'vitest'
import { addSupplier, testInstallation } from '../support/installation.ts'

const otklik = testInstallation()

const lines = (...rows: string[]): string => rows.map((row) => `${row}\r\n`).join('')
const requests = (...rows: string[]) => lines('request_id;service_id;submission_channel;region;office', ...rows)
const ratings = (...rows: string[]) => lines('request_id;rated_at;score', ...rows)
const request = (id: string, office: string) => `${id};007;ЕПГУ;31;${office}`

const send = async (files: Record<string, string>, supplier?: string) =>
  (await otklik.send(files, supplier === undefined ? {} : { supplier })).receipt
const officeOf = async (id: string) => {
  const sql = 'SELECT office FROM request_current FINAL WHERE request_id = {id:String}'
  return (await otklik.clickhouse.query<{ office: string }>(sql, { id }))[0]?.office
}

describe('rows of one key in a package', () => {
  test('the last counts, and the receipt says how many it replaced', async () => {
    const files = { 'r.csv': requests(request('s1', 'А'), request('s1', 'Б'), request('s2', 'А'), request('s1', 'В')) }
    const { totals, codes, samples } = await send(files)
    expect(totals).toEqual({ read: 4, accepted: 4, quarantined: 0, dropped: 0, replaced: 2 })
    expect(codes.replaced_row).toBe(2)
    expect(samples.filter(({ code }) => code === 'replaced_row').map(({ row, line }) => [row, line])).toEqual([
      [1, 2],
      [2, 3],
    ])
    expect(await officeOf('s1')).toBe('В')
  })

  test('rows that say the same are repetitions, of requests as of events', async () => {
    const same = (row: string) => Array.from({ length: 300 }, () => row)
    const { files, totals, codes } = await send({
      'e.csv': lines('request_id;section;status;date;time', ...same('d1;ЕПГУ;17;01.05.2026;10:00:00')),
      'r.csv': requests(...same(request('d1', 'А'))),
      's.csv': lines('service_id;subservice_id;name', ...same('007;;Название')),
    })
    expect(totals).toEqual({ read: 900, accepted: 3, quarantined: 0, dropped: 897 })
    expect(files.map(({ accepted, dropped }) => [accepted, dropped])).toEqual(Array(3).fill([1, 299]))
    expect(codes).toMatchObject({ duplicate_row: 598, duplicate_event: 299 })
  })

  test('a row that comes again after another of its key is a change back, not a repetition', async () => {
    const { totals, codes } = await send({
      'r.csv': requests(...['А', 'Б', 'А'].map((office) => request('b1', office))),
    })
    expect(totals).toMatchObject({ accepted: 3, dropped: 0, replaced: 2 })
    expect(codes.duplicate_row).toBeUndefined()
    expect(await officeOf('b1')).toBe('А')
  })

  test('a moment without its time is the same key as midnight', async () => {
    const receipt = await send({
      'a.csv': ratings('m1;19.05.2026 10:00:00;5', 'm1;19.05.2026 10:00:00;1'),
      'b.csv': ratings('m1;19.05.2026;4', 'm1;19.05.2026 00:00:00;2'),
      'p.csv': lines('request_id;uin;paid_at', 'm1;;18.05.2026 10:00:00', 'm1;;19.05.2026 10:00:00'),
    })
    expect(receipt.totals).toMatchObject({ read: 6, accepted: 6, replaced: 3 })
    expect(receipt.files.map(({ replaced }) => replaced)).toEqual([1, 1, 1])
  })
})

describe('rows of one key in several packages', () => {
  test('the receipt counts those of before, whoever sent them, each row once', async () => {
    await send({ 'r.csv': requests(request('e1', 'А'), request('e2', 'А')) })
    expect((await send({ 'r.csv': requests(request('e1', 'Б'), request('e3', 'Б')) })).totals.replaced).toBe(1)
    await addSupplier(otklik, 'second')
    const both = requests(request('e1', 'В'), request('e1', 'Г'), request('e4', 'Г'))
    const { totals, codes } = await send({ 'r.csv': both }, 'second')
    expect(totals).toMatchObject({ accepted: 3, replaced: 2 })
    expect(codes.replaced_row).toBe(1)
    expect(await officeOf('e1')).toBe('Г')
  })

  test('in packages that are put in together as in those put in one by one', async () => {
    const [first, second, third] = await otklik.sendTogether(
      ['А', 'Б', 'В'].map((office) => ({ 'r.csv': requests(request('t1', office)) })),
    )
    expect([first, second, third].map((receipt) => receipt?.totals.replaced)).toEqual([undefined, 1, 1])
    expect(second?.codes.replaced_row).toBeUndefined()
    expect(await officeOf('t1')).toBe('В')
  })

  test('where nothing was replaced, nothing is told of it', async () => {
    const { totals, codes } = await send({
      'r.csv': requests(request('n1', 'А')),
      'q.csv': ratings('n1;19.05.2026 10:00:00;5'),
    })
    expect(totals).toEqual({ read: 2, accepted: 2, quarantined: 0, dropped: 0 })
    expect(codes).toEqual({})
  })
})
