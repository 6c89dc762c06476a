import { samplesPerCode } from '@otklik/model/exchange'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll, columnsOf, csv } from './checked.ts'

const databases = testDatabases()
const events = columnsOf('events')
const e = (id: string, status: string, at: string, time = '10:00:00'): string[] => [id, 'ЕПГУ', '', status, at, time]
const known = csv(['request_id', 'service_id', 'submission_channel', 'region'], ['other', '1', 'ЕПГУ', '31'])

describe('samples', () => {
  const waiting = Array.from({ length: 30 }, (_, i) =>
    e('w', '17', '01.05.2026', `10:00:${String(i).padStart(2, '0')}`),
  )
  const numbers = (receipt: { samples: readonly { code: string; row: number }[] }) =>
    receipt.samples.filter(({ code }) => code === 'unknown_request').map(({ row }) => row)
  const bad = Array.from({ length: 12_000 }, () => e('w', '17', '32.05.2026'))

  test.each([
    ['no request has come', { 'a.csv': csv(events, ...waiting) }, 1],
    ['another request has come', { 'a.csv': csv(events, ...waiting), 'r.csv': known }, 1],
    ['the first rows are set aside', { 'a.csv': csv(events, ...bad, ...waiting) }, 12_001],
  ])('hold the first rows of a code, be they of one request, where %s', async (_, files, first) => {
    const { receipt } = await checkAll(databases, files)
    expect(receipt.codes.unknown_request).toBe(30)
    expect(numbers(receipt)).toEqual(Array.from({ length: samplesPerCode }, (__, i) => first + i))
  })

  test('name a column as its file does', async () => {
    const header = ['Уникальный номер запроса', 'Раздел', 'Код статуса', 'Дата', 'Время']
    const { receipt } = await checkAll(databases, {
      'a.csv': csv(header, ['w', 'ЕПГУ', '17', '01.05.2026', ''], ['w', 'ЕПГУ', '17', '32.05.2026', '']),
    })
    expect(Object.fromEntries(receipt.samples.map(({ code, column }) => [code, column]))).toEqual({
      bad_date: 'Дата',
      no_time: 'Время',
      unknown_request: 'Уникальный номер запроса',
    })
  })
})

test('a file of set-aside rows sent back has its three columns once', async () => {
  const first = await checkAll(databases, { 'a.csv': csv(events, e('w', '17', '32.05.2026'), ['w', 'ЕПГУ']) })
  const again = await checkAll(databases, { 'b.csv': Object.values(first.written)[0] ?? '' })
  expect(again.receipt.codes).toEqual({ bad_date: 1, row_width: 1 })
  const header = (content: string | Buffer | undefined) => String(content).split('\r\n')[0]
  expect(header(Object.values(again.written)[0])).toBe(header(Object.values(first.written)[0]))
  expect(again.setAside).toMatchObject([
    { request_id: 'w', _row: '1', _codes: 'bad_date' },
    { _row: '2', _codes: 'row_width' },
  ])
})
