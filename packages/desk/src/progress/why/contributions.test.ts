import { OTHER_KEYS } from '@otklik/model/contributions'
import type { Why } from '@otklik/model/progress/api'
import { describe, expect, test } from 'vitest'
import { comparedPeriods } from './compared-periods.ts'
import { dimensionsOf, findingsOf } from './contributions.ts'

const row = (key: string, [x_a, n_a]: [number, number], [x_b, n_b]: [number, number]) => {
  const effects = { rate_effect: 0, mix_effect: 0, total: 0, low: null, high: null }
  return { key, x_a, n_a, x_b, n_b, ...effects }
}
const why: Why = {
  a: { n: 2000, x: 200, value: 10 },
  b: { n: 2000, x: 400, value: 20 },
  change: 10,
  by: {
    service: [row('1', [200, 2000], [400, 2000])],
    office: [
      row('Восток', [95, 980], [300, 980]),
      row('Запад', [103, 1000], [98, 1000]),
      row('Юг', [1, 10], [1, 10]),
      row('Север', [1, 10], [1, 10]),
    ],
  },
}

describe('what is told of a change', () => {
  test('dimensions of one key are left out, keys of few cases stand together', () => {
    const [office, ...more] = dimensionsOf(why)
    expect([office?.dimension, more]).toEqual(['office', []])
    expect(office?.keys.map(({ key }) => key)).toEqual(['Восток', 'Запад', OTHER_KEYS])
  })
  test('only what chance does not explain is worth a sentence', () => {
    expect(findingsOf(dimensionsOf(why), why)).toMatchObject([{ dimension: 'office', key: 'Восток', by: 'rate' }])
  })
})

test('a key that is nearly everything is no finding, nor one without a name', () => {
  const applicant = [row('ФЛ', [190, 1900], [390, 1900]), row('', [10, 100], [10, 100])]
  const nameless = [row('', [100, 1000], [300, 1000]), row('1', [100, 1000], [100, 1000])]
  expect(findingsOf(dimensionsOf({ ...why, by: { applicant, subservice: nameless } }), why)).toEqual([])
})

describe('periods that are compared', () => {
  test.each([
    [{ from: '2026-09', to: '2026-10' }, undefined, { from: '2025-09', to: '2025-10' }],
    [{ from: '2026-09', to: '2026-10' }, 'before', { from: '2026-07', to: '2026-08' }],
    [{}, undefined, { from: '2025-11', to: '2025-11' }],
    [{ from: '2026-03' }, 'before', { from: '2026-02', to: '2026-02' }],
  ] as const)('%j %s', (slice, against, before) => {
    expect(comparedPeriods(slice, against, '2026-11')?.before).toEqual(before)
  })
  test('are none while no month is closed', () => {
    expect(comparedPeriods({}, undefined, null)).toBeNull()
  })
})
