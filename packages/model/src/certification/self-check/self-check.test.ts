import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../../processes/index.ts'
import { LETTERS } from '../kinds.ts'
import {
  criteriaOf,
  FORM_EDITION,
  letterOfSheet,
  type Mark,
  markFault,
  pointsOf,
  type SheetForm,
  unmarkedOf,
} from './index.ts'

const BOUNDS = LETTERS.map((letter, at) => ({ letter, from: [90, 80, 70, 60, 40, 0][at] ?? 0 }))
const FORM: SheetForm = {
  title: 'Лист самопроверки',
  sections: [
    { title: 'Информирование', criteria: [{ name: 'Понятный текст', weight: 3, evidence: 'link' }] },
    {
      title: 'Форма',
      criteria: [
        { name: 'Предзаполнение', weight: 5, evidence: null },
        { name: 'Доступность', weight: 2, evidence: 'act' },
      ],
    },
  ],
  bounds: BOUNDS,
}
const mark = (number: string, earned: number | null, evidence = 'https://example.test'): Mark => ({
  number,
  earned,
  evidence,
  note: '',
})

describe('a sheet by its form', () => {
  test('criteria are numbered within their sections', () =>
    expect(criteriaOf(FORM).map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1.1 Понятный текст',
      '2.1 Предзаполнение',
      '2.2 Доступность',
    ]))

  // 3 + 4 + 0 = 7 of 10: exactly the bound of Б+.
  test('a share that is the bound has reached it', () => {
    const marks = [mark('1.1', 3), mark('2.1', 4, ''), mark('2.2', 0, '')]
    expect(pointsOf(FORM, marks)).toEqual({ earned: 7, most: 10 })
    expect(letterOfSheet(FORM, marks, null)).toBe('Б+')
  })
  test('points need the evidence that the form asks for, none do not', () => {
    expect(unmarkedOf(FORM, [mark('1.1', 3, ' '), mark('2.1', 5, ''), mark('2.2', 0, '')])).toEqual(['1.1'])
    expect(unmarkedOf(FORM, [mark('1.1', 1), mark('2.1', null)])).toEqual(['2.1', '2.2'])
  })
  test('there is no letter before all is marked', () =>
    expect(letterOfSheet(FORM, [mark('1.1', 3), mark('2.1', 5)], 'А+')).toBeNull())
  test('without bounds the letter is the one entered', () =>
    expect(letterOfSheet({ ...FORM, bounds: null }, [], 'Б')).toBe('Б'))

  test.each([
    [[mark('3.1', 1)], 'Критерия 3.1 в бланке нет.'],
    [[mark('1.1', 4)], 'Критерий 1.1: баллов 4, а наибольшее число – 3.'],
    [[mark('1.1', 1), mark('1.1', 2)], 'Критерий 1.1 отмечен дважды.'],
    [[mark('1.1', null)], null],
  ])('marks that do not fit', (marks, fault) => expect(markFault(FORM, marks)).toBe(fault))
})

test('more points never bring a worse letter', () => {
  const full = fc.record({ a: fc.nat(3), b: fc.nat(5), c: fc.nat(2) })
  const rank = ({ a, b, c }: { a: number; b: number; c: number }) =>
    LETTERS.indexOf(letterOfSheet(FORM, [mark('1.1', a), mark('2.1', b), mark('2.2', c)], null) ?? 'Г')
  fc.assert(
    fc.property(full, full, (one, other) => {
      const sum = ({ a, b, c }: typeof one) => a + b + c
      if (sum(one) >= sum(other)) expect(rank(one)).toBeLessThanOrEqual(rank(other))
    }),
  )
})

test('an edition without criteria is not published', () => {
  const about = { criteria: 0, emptySections: [], reason: '' }
  expect(step(FORM_EDITION, 'publish', 'draft', about)).toMatchObject({ refused: 'has_criteria' })
  expect(step(FORM_EDITION, 'edit', 'published', { ...about, criteria: 1 })).toMatchObject({ refused: 'state' })
})
