import { NO_BREAK_SPACE } from '@otklik/model/print'
import { expect, test } from 'vitest'
import { type PaperColumn, printCell } from './columns.ts'
import { headOf, printTable } from './table-print.ts'
import { numbered, runsOf } from './runs.ts'
import { CERTIFICATE, EVERYTHING, TABLE, wide } from './papers.fixture.ts'

const column = (more: Partial<PaperColumn> = {}): PaperColumn => ({ key: 'a', title: 'А', ...more })

test.each([
  [{ type: 'integer' }, 41_204, `41${NO_BREAK_SPACE}204`],
  [{ type: 'percent' }, 12.4499, '12,4'],
  [{ type: 'number' }, 4.205, '4,21'],
  [{ type: 'number', digits: 0 }, 70.5, '71'],
  [{ type: 'interval' }, { low: 11.61, high: 13.2 }, '11,6–13,2'],
  [{ type: 'day' }, '2026-11-30', '30.11.2026'],
  [{ type: 'time' }, '2026-11-30T10:20:30', '30.11.2026 10:20:30'],
  [{ type: 'day' }, 'скоро', 'скоро'],
  [{}, '0012', '0012'],
  [{}, true, 'да'],
  [{}, 12.5, '12.5'],
] as const)('%j prints %j', (more, value, text) => expect(printCell(column(more), value)).toBe(text))

test.each([null, undefined, ''])('%j is never an empty place', (value) => {
  expect(printCell(column({ type: 'percent' }), value)).toBe('нет данных')
  expect(printCell(column({ none: '–' }), value)).toBe('–')
})

test('0 is a value', () => expect(printCell(column({ type: 'percent' }), 0)).toBe('0,0'))

test('a head without groups has one row, one with them two, and every column is under something', () => {
  expect(headOf(TABLE.columns)).toHaveLength(1)
  const [upper = [], lower = []] = headOf(wide(1).columns)
  expect(upper.map(({ text, columns, rows }) => [text, columns, rows])).toEqual([
    ['№', 1, 2],
    ['Услуга', 1, 2],
    ['Время предоставления', 5, 1],
    ['Вежливость', 5, 1],
    ['Комфортность', 5, 1],
    ['Среднее', 1, 2],
  ])
  expect(lower.map(({ text }) => text)).toEqual([
    '5',
    '4',
    '3',
    '2',
    '1',
    '5',
    '4',
    '3',
    '2',
    '1',
    '5',
    '4',
    '3',
    '2',
    '1',
  ])
})

test('a total is empty where it says nothing, and a table without rows is none', () => {
  expect(printTable(TABLE, 165)?.total).toEqual(['Всего', `43${NO_BREAK_SPACE}203`, '11,9', '', '', ''])
  expect(printTable({ ...TABLE, rows: [] }, 165)).toBeNull()
})

test('tables and figures are numbered each by themselves, those without a title not at all', () => {
  const blocks = numbered([TABLE, { ...TABLE, title: undefined }, { ...TABLE, title: 'Вторая' }])
  expect(blocks.map((block) => 'title' in block && block.title)).toEqual([
    'Таблица 1. Показатели услуг',
    undefined,
    'Таблица 2. Вторая',
  ])
})

test('pages turn where they are asked to, a poster has one to itself, and none is empty', () => {
  expect(runsOf(EVERYTHING).map(({ orientation }) => orientation)).toEqual(['portrait', 'landscape', 'portrait'])
  expect(runsOf(CERTIFICATE)).toMatchObject([{ orientation: 'landscape', poster: { framed: true } }])
  const text = { kind: 'text', text: 'а' } as const
  const [poster] = CERTIFICATE.blocks
  const runs = runsOf({ blocks: [text, poster!, text, { kind: 'page' }], orientation: 'portrait' })
  expect(runs.map((run) => [run.orientation, run.poster !== undefined])).toEqual([
    ['portrait', false],
    ['landscape', true],
    ['portrait', false],
  ])
  expect(runsOf({ blocks: [] })).toHaveLength(1)
})
