import { expect, test } from 'vitest'
import { stepLines, stepsFromLines } from './step-lines.ts'

const STEP = {
  section: 3,
  name: 'Доработать поиск',
  result: 'Услуга находится по названию',
  remarks: [1, 4],
  due: '2026-09-01',
  responsible: 'Иванова А. П.',
  related: '1.1',
}

test('what is written as lines is read back', () => {
  const text = stepLines([{ ...STEP, number: '3.1', done: null, overdue: false }], 3)
  expect(text).toBe('Доработать поиск; Услуга находится по названию; 1, 4; 01.09.2026; Иванова А. П.; 1.1')
  expect(stepsFromLines(text, 3)).toEqual({ steps: [STEP], wrong: null })
})
test('what would divide cells or lines does not, wherever it stands', () => {
  const odd = { ...STEP, name: 'Доработать\tпоиск;\nформу', responsible: 'Иванова; Петров', related: '1.1; 2.1' }
  const text = stepLines([{ ...odd, number: '3.1', done: null, overdue: false }], 3)
  const read = { ...odd, name: 'Доработать поиск, форму', responsible: 'Иванова, Петров' }
  expect(stepsFromLines(text, 3)).toEqual({ steps: [read], wrong: null })
})
test('what is left out is empty', () =>
  expect(stepsFromLines('Доработать поиск', 3).steps).toEqual([
    { section: 3, name: 'Доработать поиск', result: '', remarks: [], due: null, responsible: '', related: '' },
  ]))
test.each(['; x', 'Шаг; x; один', 'Шаг; x; 1; 31.02.2026'])('%s is wrong in its line', (line) =>
  expect(stepsFromLines(`Верно\n${line}`, 3).wrong).toBe(2),
)
