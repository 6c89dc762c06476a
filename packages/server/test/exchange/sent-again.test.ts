import { describe, expect, test } from 'vitest'
import { importQueue, rebuild } from '../../src/exchange/index.ts'
import { addSupplier, testInstallation } from '../support/installation.ts'

const otklik = testInstallation()
const events = (...rows: string[]) => ['request_id;section;status;date;time', ...rows].join('\n')

test('headers alone, day after day, are never «already received»', async () => {
  for (const date of ['2026-06-01', '2026-06-02']) {
    const sent = await otklik.send(
      {
        'events.csv': 'request_id;section;status;date;time\n',
        'requests.csv': 'request_id;service_id;submission_channel;region\n',
      },
      { date },
    )
    expect(sent).toMatchObject({ already: false, receipt: { verdict: 'accepted', totals: { read: 0 } } })
  }
  for (const date of ['2026-06-03', '2026-06-04']) {
    const sent = await otklik.send({ 'only.csv': 'request_id;section;status;date;time\n' }, { date })
    expect(sent).toMatchObject({ already: false, receipt: { verdict: 'accepted', totals: { read: 0 } } })
  }
})

test('files of a day sent again are known, headers alone among them; for another day headers alone are news', async () => {
  const files = {
    'events.csv': events('t9;ЕПГУ;17;01.05.2026;10:00:00'),
    'ratings.csv': 'request_id;rated_at;score\n',
  }
  const verdict = async (date: string) => (await otklik.send(files, { date })).receipt.verdict
  expect(await verdict('2026-06-10')).toBe('accepted')
  expect(await verdict('2026-06-10')).toBe('already_received')
  expect(await verdict('2026-06-11')).toBe('accepted')
  expect(await verdict('2026-06-11')).toBe('already_received')
})

test('the same bytes of another supplier are its own', async () => {
  const file = events('t3;ЕПГУ;17;01.05.2026;10:00:00')
  await otklik.send({ 'a.csv': file })
  await addSupplier(otklik, 'other')
  const { receipt } = await otklik.send({ 'a.csv': file }, { supplier: 'other' })
  expect(receipt).toMatchObject({
    verdict: 'accepted',
    totals: { read: 1, accepted: 0, dropped: 1 },
    codes: { duplicate_event: 1 },
  })
})

const request = (id: string, office: string) =>
  `request_id;service_id;submission_channel;region;office\n${id};1;ЕПГУ;31;${office}\n`
const officeOf = async (id: string) => {
  const sql = 'SELECT office FROM request_current FINAL WHERE request_id = {id:String}'
  return (await otklik.clickhouse.query<{ office: string }>(sql, { id }))[0]?.office
}
const verdictOf = async (files: Record<string, string>, date: string) =>
  (await otklik.send(files, { date })).receipt.verdict

describe('what was wholly set aside may come again', () => {
  test('for the right date after a wrong one', async () => {
    const files = { 'e.csv': events('wd;ЕПГУ;17;20.06.2026;10:00:00', 'wd;ЕПГУ;3;20.06.2026;11:00:00') }
    const wrong = await otklik.send(files, { date: '2026-06-10' })
    expect(wrong.receipt).toMatchObject({ verdict: 'refused', codes: { date_in_future: 2 } })
    const right = await otklik.send(files, { date: '2026-06-20' })
    expect(right.receipt).toMatchObject({ verdict: 'accepted', totals: { read: 2, accepted: 2 } })
    expect(await verdictOf(files, '2026-06-21')).toBe('already_received')
  })

  test('as one file of a package whose others were accepted', async () => {
    const files = { 'e.csv': events('wz;ЕПГУ;17;20.06.2026;10:00:00'), 'r.csv': request('wz', 'А') }
    expect(await verdictOf(files, '2026-06-10')).toBe('partly')
    const { receipt } = await otklik.send(files, { date: '2026-06-20' })
    expect(receipt).toMatchObject({ verdict: 'accepted', totals: { read: 1, accepted: 1 } })
    expect(receipt.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([false, true])
  })

  test('and so may rows that a later date lets in', async () => {
    const files = { 'e.csv': events('wp;ЕПГУ;17;09.06.2026;10:00:00', 'wp;ЕПГУ;3;20.06.2026;11:00:00') }
    expect(await verdictOf(files, '2026-06-10')).toBe('partly')
    const { receipt } = await otklik.send(files, { date: '2026-06-20' })
    expect(receipt).toMatchObject({ verdict: 'accepted', totals: { read: 2, accepted: 1, dropped: 1 } })
  })
})

describe('the latest arrival decides, also when its bytes came before', () => {
  test.each([
    ['for other days', ['2026-06-17', '2026-06-18', '2026-06-19']],
    ['for one day', ['2026-06-17', '2026-06-17', '2026-06-17']],
  ])('%s', async (name, [first = '', second = '', third = '']) => {
    const a = { 'r.csv': request(`rv ${name}`, 'Отдел А') }
    await otklik.send(a, { date: first })
    await otklik.send({ 'r.csv': request(`rv ${name}`, 'Отдел Б') }, { date: second })
    expect(await officeOf(`rv ${name}`)).toBe('Отдел Б')
    const again = await otklik.send(a, { date: third })
    expect(again).toMatchObject({ already: false, receipt: { verdict: 'accepted', totals: { accepted: 1 } } })
    expect(await officeOf(`rv ${name}`)).toBe('Отдел А')
    expect(await verdictOf(a, '2026-06-20')).toBe('already_received')
  })

  test('where another supplier, another kind of file or another file of the package replaced the row', async () => {
    const a = { 'r.csv': request('rs', 'Отдел А') }
    await otklik.send(a)
    await addSupplier(otklik, 'second')
    await otklik.send({ 'r.csv': request('rs', 'Отдел Б') }, { supplier: 'second' })
    expect((await otklik.send(a)).receipt).toMatchObject({ verdict: 'accepted', totals: { accepted: 1 } })
    const wide = `${request('rs', 'Отдел В').replace('office\n', 'office;ЕПГУ.11\n').trimEnd()};01.05.2026 10:00:00\n`
    await otklik.send({ 'w.csv': wide })
    expect((await otklik.send(a)).receipt).toMatchObject({ verdict: 'accepted' })
    expect(await officeOf('rs')).toBe('Отдел А')
    const abc = {
      'a.csv': request('rs', 'Отдел Г'),
      'b.csv': request('rs', 'Отдел Д'),
      'c.csv': request('rs', 'Отдел Г'),
    }
    const { receipt } = await otklik.send(abc)
    expect(receipt.files.map(({ alreadyReceived }) => alreadyReceived)).toEqual([false, false, false])
    expect(await officeOf('rs')).toBe('Отдел Г')
  })

  test('in packages that are put in together as in those put in one by one', async () => {
    const files = ['А', 'Б', 'А', 'А', 'Б'].map((office) => ({
      'r.csv': request('rt', office),
      'n.csv': 'service_id;name\n7;Н\n',
    }))
    const receipts = await otklik.sendTogether(files)
    expect(receipts.map(({ files: [rows, names] }) => [rows?.alreadyReceived, names?.alreadyReceived])).toEqual([
      [false, false],
      [false, true],
      [false, true],
      [true, true],
      [false, true],
    ])
    expect(await officeOf('rt')).toBe('Б')
  })

  test('but what replaced other rows of the kind does not make a file news', async () => {
    const a = { 'r.csv': request('ru', 'Отдел А') }
    await otklik.send(a)
    await otklik.send({ 'r.csv': request('other', 'Отдел А') })
    const again = await otklik.send(a)
    expect(again).toMatchObject({ already: false, receipt: { verdict: 'already_received', totals: { read: 0 } } })
  })
})

test('what came again and is in is put in again by a rebuild, and what was passed over is not', async () => {
  const before = await figures()
  await rebuild(otklik.parts, importQueue(otklik.parts, otklik.pool))
  expect(await figures()).toEqual(before)
})
const figures = () =>
  otklik.clickhouse.query('SELECT package, file, row, request_id, office FROM requests ORDER BY package, file, row')
