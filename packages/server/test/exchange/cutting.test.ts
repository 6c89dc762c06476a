import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHeader } from '@otklik/model/exchange'
import { cutting } from '../../src/exchange/checking/cutting.ts'
import { testDatabases } from '../support/databases.ts'
import { checkAll } from './checked.ts'
import { some } from './verdicts.ts'

const databases = testDatabases()
const columns = ['request_id', 'section', 'item', 'status', 'date', 'time']

const oneOf = (...values: string[]) => fc.constantFrom(...values)
const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  request_id: oneOf('r1', ' r2 ', 'заявление', '', 'a'.repeat(201)),
  section: oneOf('ЕПГУ', 'огв', ' 1.3', '', 'x'),
  item: oneOf('6', '6 а', '13', '', '99'),
  status: oneOf('0', '1001', '24', '', '070', 'x'),
  date: oneOf('01.05.2026', '31-12-2025', '31.02.2026', '01.01.2009', '01.01.2030', ''),
  time: oneOf('10:00:00', '', '25:00:00', ' 00:00:01'),
}
/** A header in any order, with columns that nobody knows between, and rows of it, some too short or too long. */
const file = fc
  .shuffledSubarray([...columns, 'заметка', 'ещё'], { minLength: columns.length })
  .filter((titles) => columns.every((column) => titles.includes(column)))
  .chain((titles) => {
    const whole = fc.tuple(...titles.map((title) => cells[title] ?? oneOf('', 'а', 'r1')))
    const wrong = fc.array(oneOf('', 'r1', 'ЕПГУ', '6', '0'), { minLength: 1, maxLength: titles.length + 3 })
    const rows = fc.array(fc.oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: wrong }), {
      minLength: 30,
      maxLength: 30,
    })
    return fc.record({ titles: fc.constant(titles), rows, delimiter: oneOf(';', ',', '\t'), end: oneOf('\n', '\r\n') })
  })
  // Nothing at all between two line ends is no row.
  .map((made) => ({ ...made, rows: made.rows.filter((row) => row.join('') !== '' || row.length > 1) }))

/** What files are read to: their receipt, the rows set aside, and the events that went through. */
async function read(texts: readonly string[]) {
  const files = Object.fromEntries(texts.map((text, at) => [`events-${String(at).padStart(2, '0')}.csv`, text]))
  const { receipt, setAside } = await checkAll(databases, files)
  const stored = await databases.clickhouse.query('SELECT * FROM stage_events ORDER BY file, row')
  const { codes, totals } = receipt
  const sums = receipt.files.map(({ accepted, quarantined, dropped }) => ({ accepted, quarantined, dropped }))
  return { codes, totals, sums, setAside, stored }
}

test('cut along a run or at every delimiter, a file of events means the same', async () => {
  const files = some(file, 24)
  // All of them together: to check one by one takes a loaded machine minutes.
  const written = (quote: string) =>
    files.map(({ titles, rows, delimiter, end }) =>
      [titles, ...rows].map((row) => row.map((cell) => quote + cell + quote).join(delimiter) + end).join(''),
    )
  const plain = await read(written(''))
  expect(plain.totals.quarantined).toBeGreaterThan(0)
  expect(plain).toEqual(await read(written('"')))
})

const cutOf = (titles: readonly string[]) => {
  const header = readHeader(titles)
  if (!header.ok) throw new Error('no header')
  const form = { form: 'plain', delimiter: ';', crlf: false, oddSpaces: false, oddText: false, spaced: false } as const
  return cutting(header.layout, form)
    .layers.flat()
    .map(([name]) => name)
}

test('a run is used where columns of few values stand together', () => {
  expect(cutOf(columns)).toContain('run_text')
  expect(cutOf(['item', 'request_id', 'section', 'time', 'status', 'заметка', 'date'])).not.toContain('run_text')
})
