import { describe, expect, test } from 'vitest'
import { type ProposeInput, proposeSurveys, readPropose, targetOf, type WatchedProcess } from './index.ts'

const month = (name: string, answers: number, dissatisfied: number, negative = 0) => ({
  month: name,
  answers,
  dissatisfied,
  negative,
})
const process = (more: Partial<WatchedProcess>): WatchedProcess => ({
  id: 's',
  applications: null,
  months: [],
  problems: [],
  ...more,
})
const rulesOf = (more: Partial<WatchedProcess>) => {
  const input: ProposeInput = { month: '2026-06', as_of: '2026-07-10', processes: [process(more)] }
  return proposeSurveys(input).proposals[0]?.rules ?? []
}

describe('dissatisfied', () => {
  test('over three closed months, by the lower limit: 26 of 120 reach 15 %, 25 do not', () => {
    // Wilson: 15.2367 % and 14.5284 %.
    const over = (x: number) => [month('2026-04', 60, x - 10), month('2026-05', 30, 5), month('2026-06', 30, 5)]
    expect(rulesOf({ months: over(26) })).toEqual(['dissatisfied'])
    expect(rulesOf({ months: over(25) })).toEqual([])
  })
  test('not under thirty answers, nor for months before', () => {
    expect(rulesOf({ months: [month('2026-06', 29, 29)] })).toEqual([])
    expect(rulesOf({ months: [month('2026-03', 100, 90), month('2026-06', 30, 0)] })).toEqual([])
  })
})

describe('growth', () => {
  const items = (now: number, ...before: number[]) => [
    month('2026-06', 0, 0, now),
    ...before.map((count, at) => month(`2026-0${5 - at}`, 0, 0, count)),
  ]
  test('ten among nineteen are more than chance, ten among twenty are not', () => {
    // P(Bin(19, ¼) ≥ 10) = 0.0089, P(Bin(20, ¼) ≥ 10) = 0.0139.
    expect(rulesOf({ months: items(10, 3, 3, 3) })).toEqual(['growth'])
    expect(rulesOf({ months: items(10, 3, 3, 4) })).toEqual([])
  })
  test('nine are too few, however few came before', () => {
    expect(rulesOf({ months: items(9) })).toEqual([])
    expect(rulesOf({ months: items(10) })).toEqual(['growth'])
  })
})

test('a sharp problem left alone for thirty days', () => {
  const problem = { code: 'q', priority: 'high' as const, since: '2026-06-10', measure: false }
  expect(rulesOf({ problems: [problem] })).toEqual(['problem'])
  expect(rulesOf({ problems: [{ ...problem, since: '2026-06-11' }] })).toEqual([])
  expect(
    rulesOf({
      problems: [
        { ...problem, measure: true },
        { ...problem, priority: 'medium' },
        { ...problem, priority: null },
      ],
    }),
  ).toEqual([])
})

test('answers needed for ±5 points: 385, fewer where few applied', () => {
  // n₀ = 3.841459·0.25/0.0025 = 384.146.
  expect([null, 1_000_000, 1000, 384, 100, 1, 0].map(targetOf)).toEqual([385, 384, 278, 193, 80, 1, 0])
})

test('several rules of a process stand together; processes without any are not named', () => {
  const sharp = { code: 'q', priority: 'high' as const, since: '2026-01-01', measure: false }
  const processes = [
    process({ id: 'a', applications: 100, months: [month('2026-06', 40, 30, 12)], problems: [sharp] }),
    process({ id: 'b' }),
  ]
  expect(proposeSurveys({ month: '2026-06', as_of: '2026-07-10', processes })).toEqual({
    month: '2026-06',
    proposals: [{ process: 'a', rules: ['dissatisfied', 'growth', 'problem'], target_n: 80 }],
  })
})

describe('reading', () => {
  test('a process with something wrong is left out and told', () => {
    const wrong = { id: 'a', months: [{ month: '2026-06', answers: 1, dissatisfied: 2 }] }
    const { input, faults } = readPropose({
      month: '2026-06',
      as_of: '2026-07-10',
      processes: [wrong, { id: 'b', problems: [{ code: 'q', priority: 'high', since: '2026-01-01', measure: null }] }],
    })
    expect(faults).toEqual([{ place: 'processes[0]', message: 'Поле months[0].dissatisfied: из 1 не может быть 2.' }])
    expect(input.processes).toEqual([
      {
        id: 'b',
        applications: null,
        months: [],
        problems: [{ code: 'q', priority: 'high', since: '2026-01-01', measure: false }],
      },
    ])
  })
  test('a month that is none is refused', () => {
    expect(() => readPropose({ month: '2026', as_of: '2026-07-10', processes: [] })).toThrow('Поле month: нужен месяц')
  })
})
