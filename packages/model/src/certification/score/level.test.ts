import { describe, expect, test } from 'vitest'
import { LETTERS } from '../kinds.ts'
import { ORDINARY, scored, SPECIAL } from './score.fixture.ts'

// Every combination against пункты 18–20 and 37 written another way: a step of the scale is 5 (10) hundredths.
describe('the level, over every combination of parts', () => {
  const words = ['not_applicable', 'not_performed'] as const
  // А+ … В are 30, 25, 20, 15, 10 hundredths: six steps of 5 for the best, one less for each after it.
  const steps = (value: string): number =>
    value === 'Г' || value === 'not_performed' ? 0 : 6 - LETTERS.indexOf(value as 'А+')

  test('of ordinary objects: 0, 40 and every 5 up to 100', () => {
    const levels = new Map<number, number>()
    for (const regulation of LETTERS)
      for (const reception of [...LETTERS, ...words])
        for (const laboratory of LETTERS)
          for (const monitoring of ['possible', 'impossible']) {
            const { level, parts } = scored({ ...ORDINARY, regulation, reception, laboratory, monitoring })
            const got = [regulation, reception === 'not_applicable' ? 'А+' : reception, laboratory].map(steps)
            const none = monitoring === 'impossible' || got.includes(0)
            expect(level).toBe(none ? 0 : 10 + got.reduce((sum, step) => sum + 5 * step, 0))
            expect(Object.values(parts).reduce((sum, points) => sum + points, 0) === level || level === 0).toBe(true)
            levels.set(level, (levels.get(level) ?? 0) + 1)
          }
    expect([...levels.keys()].toSorted((a, b) => a - b)).toEqual([
      0, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100,
    ])
    // В, В, В is the only way to 40 %.
    expect(levels.get(40)).toBe(1)
  })
  test('with a reception that does not apply: 0, 60 and every 5 up to 100', () => {
    const levels = LETTERS.flatMap((regulation) =>
      LETTERS.map((laboratory) => scored({ ...ORDINARY, regulation, laboratory }).level),
    )
    expect([...new Set(levels)].toSorted((a, b) => a - b)).toEqual([0, 60, 65, 70, 75, 80, 85, 90, 95, 100])
  })

  test('of special objects: 0 and every 10 from 20', () => {
    const points = { 'А+': 50, А: 40, 'Б+': 30, Б: 20, В: 10, Г: 0 }
    const levels = new Set<number>()
    for (const kind of ['appeals', 'oversight', 'internal'])
      for (const regulation of LETTERS)
        for (const laboratory of LETTERS) {
          const found = scored({ ...SPECIAL, kind, regulation, laboratory })
          const [a, b] = [points[regulation], points[laboratory]]
          expect([found.level, found.parts]).toEqual([a * b === 0 ? 0 : a + b, { regulation: a, laboratory: b }])
          levels.add(found.level)
        }
    expect([...levels].toSorted((a, b) => a - b)).toEqual([0, 20, 30, 40, 50, 60, 70, 80, 90, 100])
  })
})
