import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LeaderFacts, leaderSentences } from './index.ts'

const facts: LeaderFacts = {
  period: { from: '2025-11', to: '2026-10' },
  previous: { from: '2024-11', to: '2025-10' },
  refusals: { now: { x: 240, n: 1000 }, before: { x: 54, n: 1000 } },
  cases: [
    { serviceName: 'Зачисление в школу', remains: true },
    { serviceName: 'Выдача справки', remains: false },
  ],
  closedThrough: '2026-10',
  packages: { missing: 1, late: 2, days: 31 },
}

describe('what a leader is told in three sentences', () => {
  // Wilson, 240 of 1000: centre (0,24 + 0,0019207)/1,0038415 = 0,24100, half 0,02644. The difference is 18,6 points.
  test('a growth, cases and packages', () => {
    expect(leaderSentences(facts).map((sentence) => sentence.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Доля отказов за период «ноябрь 2025 – октябрь 2026» – 24,0 % (21,5–26,7; решений: 1000); это на 18,6 п. п. больше, чем за период «ноябрь 2024 – октябрь 2025».',
      'Случаев критических значений, которые требуют внимания: 2, не объясняются случайностью: 1; начать с услуги «Зачисление в школу».',
      'Данные полны по октябрь 2026; за последние дни (31) пакетов не пришло: 1, пришло позже срока: 2.',
    ])
  })

  test('nothing wrong', () => {
    const calm = {
      ...facts,
      refusals: { now: { x: 54, n: 1000 }, before: { x: 54, n: 1000 } },
      cases: [],
      packages: { missing: 0, late: 0, days: 31 },
    }
    expect(leaderSentences(calm)).toEqual([
      expect.stringContaining('не больше того, что бывает случайно'),
      'Критических значений, которые требуют внимания, нет.',
      'Данные полны по октябрь 2026; за последние дни (31) все ожидаемые пакеты пришли в срок.',
    ])
  })

  test('nothing to compare', () => {
    const none = { x: 0, n: 0 }
    const [first] = leaderSentences({ ...facts, refusals: { now: none, before: none } })
    expect(first).toBe('За период «ноябрь 2025 – октябрь 2026» решений нет, сравнивать нечего.')
    const [second] = leaderSentences({ ...facts, refusals: { ...facts.refusals, before: none } })
    expect(second).toContain('сравнить нельзя')
  })

  test('cases that chance may explain are said to be such', () => {
    const [, attention] = leaderSentences({ ...facts, cases: [{ serviceName: 'Выдача справки', remains: null }] })
    expect(attention).toContain('все они могут быть случайными')
  })
})

const counted = fc.tuple(fc.nat(5000), fc.nat(5000)).map(([a, b]) => ({ x: Math.min(a, b), n: Math.max(a, b) }))

test('whatever the counts, three sentences without holes; growth is told of where the share is greater', () => {
  fc.assert(
    fc.property(counted, counted, (now, before) => {
      const sentences = leaderSentences({ ...facts, refusals: { now, before } })
      for (const sentence of sentences) expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/)
      if (sentences[0].includes('п. п. больше')) expect(now.x / now.n).toBeGreaterThan(before.x / before.n)
      if (sentences[0].includes('п. п. меньше')) expect(now.x / now.n).toBeLessThan(before.x / before.n)
    }),
  )
})
