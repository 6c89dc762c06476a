import { expect, test } from 'vitest'
import { importQueue, rebuild } from '../../src/exchange/index.ts'
import { addSupplier, testInstallation } from '../support/installation.ts'

const otklik = testInstallation()

const FIRST = ['request_id', 'service_id', 'submission_channel', 'region']
/** A wide file of one request, its events by columns. */
const wide = (id: string, ...rows: Readonly<Record<string, string>>[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => [id, '007', 'ЕПГУ', '31', ...columns.map((column) => row[column] ?? '')])
  return [[...FIRST, ...columns], ...lines].map((cells) => `${cells.join(';')}\r\n`).join('')
}
const submitted = { 'ЕПГУ.11': '02.06.2026 10:00:00' }
const granted = { ...submitted, 'ЕПГУ.25': '03.06.2026 10:00:00' }
const refused = { ...submitted, 'ЕПГУ.28': '03.06.2026 10:00:00' }

const send = async (content: string, supplier?: string) =>
  (await otklik.send({ 'w.csv': content }, supplier === undefined ? {} : { supplier })).receipt
const statuses = async (id: string) =>
  (
    await otklik.clickhouse.query<{ status: number }>(
      'SELECT status FROM events WHERE request_id = {id:String} ORDER BY at, status',
      { id },
    )
  ).map(({ status }) => status)
/** What the indicators know of the request: months with their marks, and when it was refused. */
const state = (id: string) =>
  otklik.clickhouse.query(
    `SELECT toString(month) AS month, submit, decided, refused FROM request_months FINAL WHERE request_id = {id:String} ORDER BY month`,
    { id },
  )
const month = (name: string, submit: number, decided: number, refusedToo: number) => ({
  month: `2026-${name}-01`,
  submit,
  decided,
  refused: refusedToo,
})
const cube = () =>
  otklik.clickhouse.query(
    'SELECT toString(month) AS month, sum(submitted) AS sent, sum(decided) AS done, sum(refused) AS no FROM cube GROUP BY month ORDER BY month',
  )

test('a later row takes back the refusal that an earlier one told by a slip', async () => {
  await send(wide('w1', refused))
  expect(await state('w1')).toEqual([month('06', 1, 1, 1)])
  const { totals, codes, samples } = await send(wide('w1', { ...granted, 'ЕПГУ.28': '' }))
  expect(totals).toEqual({ read: 1, accepted: 1, quarantined: 0, dropped: 0, replaced: 1 })
  expect(codes).toEqual({ withdrawn_event: 1, unknown_service: 1 })
  expect(samples.find(({ code }) => code === 'withdrawn_event')).toMatchObject({
    row: 1,
    line: 2,
    message: expect.stringContaining('«ЕПГУ#4 03.06.2026 10:00:00» снято'),
  })
  expect(await statuses('w1')).toEqual([17, 3])
  expect(await state('w1')).toEqual([month('06', 1, 1, 0)])
})

test('a corrected moment takes the place of the one before, and its month is left', async () => {
  await send(wide('w2', { 'ЕПГУ.11': '02.05.2026 10:00:00', 'ЕПГУ.25': '20.05.2026 10:00:00' }))
  const { codes } = await send(wide('w2', { 'ЕПГУ.11': '02.06.2026 10:00:00', 'ЕПГУ.25': '20.06.2026 10:00:00' }))
  expect(codes.withdrawn_event).toBe(1)
  expect(await state('w2')).toEqual([month('06', 1, 1, 0)])
  expect(await cube()).toEqual([{ month: '2026-06-01', sent: 2, done: 2, no: 0 }])
})

test('the last row of a file, and of packages put in together, counts with its events', async () => {
  const { codes } = await send(wide('w3', granted, refused, granted))
  expect(codes).toMatchObject({ withdrawn_event: 2, replaced_row: 2 })
  expect(codes.duplicate_event).toBeUndefined()
  expect(await statuses('w3')).toEqual([17, 3])
  const receipts = await otklik.sendTogether([refused, granted, refused].map((row) => ({ 'w.csv': wide('w4', row) })))
  expect(receipts.map((receipt) => receipt.codes.withdrawn_event)).toEqual([undefined, 1, 1])
  expect(await statuses('w4')).toEqual([17, 4])
  expect(await state('w4')).toEqual([month('06', 1, 1, 1)])
  const [back] = await otklik.sendTogether([submitted, refused].map((row) => ({ 'w.csv': wide('w4', row) })))
  expect(back?.codes.withdrawn_event).toBe(1)
  expect(await statuses('w4')).toEqual([17, 4])
})

test('a row that says the same as the one before it is a repetition with its events', async () => {
  const { totals, codes } = await send(wide('w6', granted, granted, granted))
  expect(totals).toEqual({ read: 3, accepted: 1, quarantined: 0, dropped: 2 })
  expect(codes).toEqual({ duplicate_row: 2, unknown_service: 1 })
  expect(await statuses('w6')).toEqual([17, 3])
})

test('what others told stays: events files, and other suppliers', async () => {
  await send('request_id;section;status;date;time\r\nw5;ЕПГУ;4;03.06.2026;10:00:00\r\n')
  await addSupplier(otklik, 'second')
  await send(wide('w5', { 'ОГВ.14': '04.06.2026 10:00:00' }), 'second')
  await send(wide('w5', refused))
  const { codes } = await send(wide('w5', submitted))
  expect(codes.withdrawn_event).toBeUndefined()
  expect(await statuses('w5')).toEqual([17, 4, 3])
})

test('the figures made again from the packages are the same', async () => {
  const figures = async () => [await cube(), await statuses('w1'), await statuses('w3'), await statuses('w4')]
  const before = await figures()
  await rebuild(otklik.parts, importQueue(otklik.parts, otklik.pool))
  expect(await figures()).toEqual(before)
})
