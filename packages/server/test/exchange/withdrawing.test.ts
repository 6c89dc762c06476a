import { expect, test } from 'vitest'
import { findPackage, importQueue, rebuild, withdrawPackage } from '../../src/exchange/index.ts'
import { bySystem } from '../../src/platform/audit/index.ts'
import { testInstallation } from '../support/installation.ts'

const otklik = testInstallation()

const lines = (...rows: string[]): string => rows.map((row) => `${row}\r\n`).join('')
const requests = (...rows: string[]) => lines('request_id;service_id;submission_channel;region;office', ...rows)
const request = (id: string, office: string) => `${id};007;ЕПГУ;31;${office}`
const events = (...rows: string[]) => lines('request_id;section;status;date;time', ...rows)
const wide = (row: string) => lines('request_id;service_id;submission_channel;region;ЕПГУ.11;ЕПГУ.25;ЕПГУ.28', row)

const imports = () => importQueue(otklik.parts, otklik.pool)
async function withdraw(id: number): Promise<void> {
  await withdrawPackage(otklik, { id, reason: 'Прислан по ошибке' }, bySystem(new Date('2026-07-01T09:00:00Z')))
  await imports().run()
}
/** Everything that figures are made of. */
const figures = async () =>
  Promise.all(
    [
      'SELECT request_id, status, at FROM events ORDER BY ALL',
      'SELECT request_id, office FROM requests ORDER BY ALL',
      'SELECT request_id, office FROM request_current FINAL ORDER BY ALL',
      'SELECT request_id, month, submit, in_error, decided, refused FROM request_months FINAL ORDER BY ALL',
      'SELECT request_id, first_submitted, first_positive, first_negative FROM request_state FINAL ORDER BY ALL',
      'SELECT request_id, score FROM ratings ORDER BY ALL',
      'SELECT month, office, sum(submitted), sum(decided), sum(refused), sum(ratings) FROM cube GROUP BY ALL ORDER BY ALL',
    ].map((sql) => otklik.clickhouse.query(sql)),
  )

test('the rows of a package leave the figures, and what they replaced counts again', async () => {
  await otklik.send({
    'r.csv': requests(request('a1', 'А')),
    'e.csv': events('a1;ЕПГУ;17;02.05.2026;10:00:00'),
  })
  const before = await figures()
  const { id } = await otklik.send({
    'r.csv': requests(request('a1', 'Б'), request('a2', 'Б')),
    'e.csv': events('a1;ЕПГУ;4;03.06.2026;10:00:00', 'a2;ЕПГУ;17;03.06.2026;10:00:00'),
    'q.csv': lines('request_id;rated_at;score', 'a1;04.06.2026 10:00:00;1'),
  })
  expect(await figures()).not.toEqual(before)
  await withdraw(id)
  expect(await figures()).toEqual(before)
  const row = await findPackage(otklik.db, id)
  expect(row).toMatchObject({ state: 'withdrawn', phase: 'done', withdrawal_reason: 'Прислан по ошибке' })
  expect(row?.receipt?.totals).toMatchObject({ read: 5, accepted: 5 })
})

test('what other packages said as well comes back from them: equal events, and files passed over', async () => {
  const first = await otklik.send({ 'e.csv': events('b1;ЕПГУ;17;02.05.2026;10:00:00') }, { date: '2026-06-01' })
  const second = await otklik.send(
    { 'e.csv': events('b1;ЕПГУ;17;02.05.2026;10:00:00', 'b1;ЕПГУ;3;03.05.2026;10:00:00') },
    { date: '2026-06-02' },
  )
  const third = await otklik.send(
    { 'e.csv': events('b1;ЕПГУ;17;02.05.2026;10:00:00'), 'r.csv': requests(request('b1', 'А')) },
    { date: '2026-06-03' },
  )
  expect(second.receipt.totals.dropped).toBe(1)
  expect(third.receipt.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([true, false])
  const before = await figures()
  await withdraw(first.id)
  expect(await figures()).toEqual(before)
  const again = await findPackage(otklik.db, third.id)
  expect(again?.receipt?.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([false, false])
  await withdraw(second.id)
  const statuses = `SELECT status FROM events WHERE request_id = 'b1'`
  expect(await otklik.clickhouse.query(statuses)).toEqual([{ status: 17 }])
})

test('events that a withdrawn wide row took back count again', async () => {
  await otklik.send({ 'w.csv': wide('c1;007;ЕПГУ;31;02.06.2026 10:00:00;;03.06.2026 10:00:00') })
  const before = await figures()
  const { id } = await otklik.send({ 'w.csv': wide('c1;007;ЕПГУ;31;02.06.2026 10:00:00;04.06.2026 10:00:00;') })
  expect(await figures()).not.toEqual(before)
  await withdraw(id)
  expect(await figures()).toEqual(before)
})

test('it may be sent again, and is left out when the figures are made again', async () => {
  const files = { 'r.csv': requests(request('d1', 'А')) }
  const before = await figures()
  const { id } = await otklik.send(files)
  const after = await figures()
  await withdraw(id)
  await rebuild(otklik.parts, imports())
  expect(await figures()).toEqual(before)
  expect(await otklik.send(files)).toMatchObject({ already: false, receipt: { verdict: 'accepted' } })
  expect(await figures()).toEqual(after)
})

test('only what is in can be withdrawn, and once; the audit says who and why', async () => {
  const { id } = await otklik.send({ 'e.csv': events('e1;ЕПГУ;17;02.05.2026;10:00:00') })
  await withdraw(id)
  await expect(withdraw(id)).rejects.toThrow(/этот – отозван/)
  const { id: empty } = await otklik.send({ 'e.csv': 'a;b\r\n1;2\r\n' })
  await expect(withdraw(empty)).rejects.toThrow(/этот – не принят/)
  await expect(withdraw(99_999)).rejects.toThrow('not_found')
  const told = await otklik.db
    .selectFrom('audit_log')
    .selectAll()
    .where('subject', '=', `package:${id}`)
    .where('what', '=', 'package.withdrawn')
    .execute()
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told[0])).toContain('Прислан по ошибке')
})
