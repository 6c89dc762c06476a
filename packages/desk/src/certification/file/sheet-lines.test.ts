import { expect, test } from 'vitest'
import { criteriaFrom, evidenceFrom, linesOf } from './sheet-lines.ts'

const criteria = [
  { name: 'Понятность', earned: 4, most: 5, note: 'два поля; лишние' },
  { name: 'Шаги', earned: null, most: 10, note: '' },
]
const evidence = [
  { title: 'Снимок', address: 'https://example.test/1' },
  { title: 'Письмо № 4', address: null },
]

test('lines come back as what they were made of', () => {
  const lines = linesOf({ criteria, evidence })
  expect(lines.criteria).toBe('Понятность; 4; 5; два поля; лишние\nШаги; ; 10')
  expect(criteriaFrom(lines.criteria)).toEqual({ rows: criteria, wrong: null })
  expect(evidenceFrom(lines.evidence)).toEqual(evidence)
})

test('cells of a table are taken, and the first wrong line is named', () => {
  expect(criteriaFrom('А\t3,5\t5').rows).toEqual([{ name: 'А', earned: 3.5, most: 5, note: '' }])
  expect(criteriaFrom('\nА; 1; 5\nБ; 6; 5').wrong).toBe(2)
  expect(criteriaFrom('А; x; 5').wrong).toBe(1)
  expect(criteriaFrom('А; 1').wrong).toBe(1)
})

test('a semicolon in a cell of a table does not divide it when the lines are opened again', () => {
  const { rows } = criteriaFrom('Вход; выход\t1\t2')
  const text = linesOf({ criteria: rows, evidence: evidenceFrom('Акт; приложение\thttps://example.test') })
  expect(criteriaFrom(text.criteria).rows).toEqual([{ name: 'Вход, выход', earned: 1, most: 2, note: '' }])
  expect(evidenceFrom(text.evidence)).toEqual([{ title: 'Акт, приложение', address: 'https://example.test' }])
})
