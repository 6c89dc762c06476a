import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerOrFault } from '../../inputs/index.ts'
import { BUILT_IN_RULES } from '../term-rules.ts'
import { type Cell, COLUMNS, type ColumnName, layoutOf, OWN_MAPPING, readMapping, startFileCheck } from './index.ts'

const GOOD: Partial<Record<ColumnName, Cell>> = {
  number: '1',
  kind: 'complaint',
  source: 'pos',
  received: '2026-04-29',
  registered: '2026-04-30',
  rule: '59.answer',
}
const OWN = { mapping: OWN_MAPPING, rules: BUILT_IN_RULES, today: '2026-06-30' }
const layout = layoutOf(OWN_MAPPING, COLUMNS)
const cellsOf = (row: Partial<Record<ColumnName, Cell>>): Cell[] => COLUMNS.map((column) => row[column] ?? null)
/** Checks rows of our own file, the first in row 2. */
function checked(...rows: Partial<Record<ColumnName, Cell>>[]) {
  return checking(rows).result()
}
function checking(rows: readonly Partial<Record<ColumnName, Cell>>[]) {
  const check = startFileCheck(layout, OWN)
  rows.forEach((row, at) => check.add(at + 2, cellsOf(row)))
  return check
}

describe('one row', () => {
  test.each<[Partial<Record<ColumnName, Cell>>, string[]]>([
    [{}, []],
    [{ registered: null, rule: null }, []],
    [{ number: ' ' }, ['required']],
    [{ received: null }, ['required']],
    [{ source: '' }, ['required']],
    [{ kind: null }, ['required']],
    [{ received: '29.04.2026' }, ['bad_date']],
    [{ answered: '2026-02-30' }, ['bad_date']],
    [{ asked: 'вчера' }, ['bad_date']],
    [{ answered: '2026-07-01' }, ['date_in_future']],
    [{ asked: '2026-07-01' }, ['date_in_future']],
    [{ registered: '2026-04-28' }, ['out_of_order']],
    [{ answered: '2026-04-29' }, ['out_of_order']],
    [{ closed: '2026-04-29' }, ['out_of_order']],
    [{ registered: null, answered: '2026-04-28' }, ['out_of_order']],
    [{ answered: '2026-05-02', closed: '2026-05-01' }, []],
    [{ source: 'ПОС' }, ['unknown_source']],
    [{ source: 'constructor' }, ['unknown_source']],
    [{ kind: 'жалоба' }, ['unknown_kind']],
    [{ rule: '59' }, ['unknown_rule']],
    [{ rule: '59', extended_by: 99 }, ['unknown_rule']],
    [{ outcome: 'done' }, ['unknown_outcome']],
    [{ void: 'да' }, ['unknown_value']],
    [{ solved: 'maybe' }, ['unknown_value']],
    [{ extended_by: '-1' }, ['bad_number']],
    [{ extended_by: 1.5 }, ['bad_number']],
    [{ reopened: 'раз' }, ['bad_number']],
    [{ extended_by: 30 }, []],
    [{ extended_by: '31' }, ['extension_too_long']],
    [{ rule: '210.answer', extended_by: 1 }, ['extension_not_allowed']],
    [{ rule: null, extended_by: 5 }, []],
    [{ duplicate_of: '2' }, ['unknown_original']],
    [{ duplicate_of: '1' }, ['unknown_original']],
    [{ number: '', kind: 'x', received: 'y', source: 'z' }, ['required', 'bad_date', 'unknown_source', 'unknown_kind']],
  ])('%j: %j', (given, codes) => {
    const found = checked({ ...GOOD, ...given })
    expect(found.rows).toEqual(codes.length === 0 ? [] : [{ row: 2, codes }])
    expect(found.codes).toEqual(Object.fromEntries(codes.map((code) => [code, 1])))
  })

  test.each<[Cell, boolean]>([
    [new Date('2026-04-29T00:00:00Z'), true],
    [new Date('2026-04-29T23:59:59Z'), true],
    // 46 141 is 29 April 2026 for Excel.
    [46_141, true],
    [46_141.75, true],
    [1, false],
    [9e9, false],
    [new Date(Number.NaN), false],
    ['2026-04-29T10:20:30', true],
    ['2026-04-29 10:20', true],
    [true, false],
  ])('a date as %s', (received, good) => {
    const { rows } = checked({ ...GOOD, registered: '2026-04-29', received })
    expect(rows).toEqual(good ? [] : [{ row: 2, codes: ['bad_date'] }])
  })
})

describe('rows together', () => {
  test('the same again is a repeat, the same number with other data is set aside', () => {
    expect(checked(GOOD, GOOD, { ...GOOD, outcome: 'refused' }, { ...GOOD, number: ' 1 ' })).toEqual({
      read: 4,
      accepted: 1,
      set_aside: 1,
      repeats: 2,
      codes: { duplicate_number: 1 },
      rows: [{ row: 4, codes: ['duplicate_number'] }],
    })
  })
  test('an original may stand later', () => {
    const found = checked({ ...GOOD, duplicate_of: '2' }, { ...GOOD, number: 2 })
    expect([found.accepted, found.rows]).toEqual([2, []])
  })
  test('into the register goes no duplicate of a duplicate, nor of what is set aside', () => {
    const rows = [
      { ...GOOD, duplicate_of: '2' },
      { ...GOOD, number: '2', duplicate_of: '3' },
      { ...GOOD, number: '3' },
      { ...GOOD, number: '4', kind: 'x' },
      { ...GOOD, number: '5', duplicate_of: '4' },
      { ...GOOD, number: '6', duplicate_of: 'known' },
    ]
    expect(checking(rows).result(new Set(['known'])).rows).toEqual([
      { row: 2, codes: ['unknown_original'] },
      { row: 5, codes: ['unknown_kind'] },
      { row: 6, codes: ['unknown_original'] },
    ])
    expect(checked(...rows.slice(0, 3))).toMatchObject({ accepted: 3 })
  })
  test('rows without a number are not compared', () => {
    expect(checked({ ...GOOD, number: null }, { ...GOOD, number: null })).toMatchObject({ repeats: 0, set_aside: 2 })
  })
  test('rows are told in their order, codes in that of the list', () => {
    const found = checked({ ...GOOD, duplicate_of: '9' }, { ...GOOD, number: '2', kind: 'x', reopened: '?' })
    expect(found.rows).toEqual([
      { row: 2, codes: ['unknown_original'] },
      { row: 3, codes: ['unknown_kind', 'bad_number'] },
    ])
    expect(Object.keys(found.codes)).toEqual(['unknown_kind', 'bad_number', 'unknown_original'])
  })
})

test('whatever the rows, what was read is accepted, set aside or a repeat', () => {
  const word = fc.constantFrom<Cell>('1', '2', '', 'complaint', 'pos', '2026-04-29', '2026-05-40', 46_141, null, true)
  const row = fc.record(
    Object.fromEntries(COLUMNS.map((column) => [column, fc.oneof(fc.constant(GOOD[column] ?? null), word)])),
  )
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { read, accepted, set_aside, repeats, codes, rows: told } = checked(...rows)
      expect([read, told.length]).toEqual([rows.length, set_aside])
      expect([accepted + set_aside + repeats, accepted >= 0]).toEqual([read, true])
      expect(Object.values(codes).reduce((sum, count) => sum + count, 0)).toBe(told.flatMap((one) => one.codes).length)
    }),
  )
})

describe('a mapping', () => {
  const given = {
    header: 3,
    columns: { number: '№ обращения', received: 'Поступило', source: 'Откуда', kind: 'Вид', topics: 'Темы' },
    dates: 'ДД.ММ.ГГГГ',
    lists: ';',
    values: { source: { ПОС: 'pos' }, kind: { Жалоба: 'complaint' } },
  }
  test('reads the file of another system', () => {
    const mapping = readMapping(given)
    const titles = ['Лишний', '№  Обращения', 'вид', 'Откуда', 'Поступило', 'Темы', 'answered']
    const check = startFileCheck(layoutOf(mapping, titles), { ...OWN, mapping })
    check.add(4, ['x', 17, ' жалоба', 'ПОС', '29.04.2026', 'а; б', '30.04.2026 12:00'])
    check.add(5, ['y', 18, 'Жалоба', 'pos', '2026-04-29', '', null])
    expect([mapping.header, check.result()]).toEqual([
      3,
      expect.objectContaining({ read: 2, accepted: 1, rows: [{ row: 5, codes: ['bad_date'] }] }),
    ])
  })
  test.each<[unknown, string, string]>([
    [[], 'not_an_object', 'объект'],
    [{ titles: {} }, 'unknown_field', 'titles'],
    [{ header: 0 }, 'out_of_range', 'header'],
    [{ columns: { nummer: 'x' } }, 'unknown_field', 'columns.nummer'],
    [{ columns: { number: 5 } }, 'wrong_type', 'columns.number'],
    [{ dates: 'ДД.ММ' }, 'bad_pattern', 'ГГГГ'],
    [{ lists: '' }, 'wrong_type', 'lists'],
    [{ values: { source: ['pos'] } }, 'wrong_type', 'values.source'],
    [{ values: { source: { ПОС: null } } }, 'wrong_type', 'values.source.ПОС'],
  ])('%j is refused', (value, code, words) => {
    expect(answerOrFault(() => readMapping(value))).toEqual({
      error: { code, message: expect.stringContaining(words) },
    })
  })
  test.each<[string[], string, string]>([
    [['№ обращения', 'Вид', 'Откуда', 'Поступило'], 'missing_column', '«Темы» (topics)'],
    [['№ обращения', 'Вид', 'Откуда', 'Поступило', 'Темы', 'темы'], 'duplicate_column', '«Темы»'],
  ])('that does not fit %j is told', (titles, code, words) => {
    expect(answerOrFault(() => layoutOf(readMapping(given), titles))).toEqual({
      error: { code, message: expect.stringContaining(words) },
    })
  })
  test('our own file needs its four columns only', () => {
    expect([...layoutOf(OWN_MAPPING, ['kind', 'source', 'received', 'number']).keys()]).toHaveLength(4)
    expect(answerOrFault(() => layoutOf(OWN_MAPPING, ['number', 'kind']))).toMatchObject({
      error: { code: 'missing_column', message: 'Столбца «source» в файле нет. Есть: «number, kind».' },
    })
  })
})
