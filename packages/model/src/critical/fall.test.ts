import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFall, type FallBase, fallBase, findFall, type MonthRatings } from './index.ts'

const month = (name: string, n: number, mean: number, sd = 1): MonthRatings => ({ month: name, n, mean, sd })
const chosen: FallBase = { mean: 4.5, months: [] }
const judge = (ratings: MonthRatings[], base = chosen, since?: string) =>
  findFall(ratings, { base, closedThrough: '2026-05', since })

describe('the literal rule', () => {
  it.each([
    [4.5, 3.6, true],
    [4.5, 3.61, false],
    [5, 4, true],
    [4.32, 3.456, true],
    [4.32, 3.46, false],
  ])('from %f to %f: %s', (base, now, falls) =>
    expect(judge([month('2026-05', 400, now)], { mean: base, months: [] }) !== undefined).toBe(falls),
  )

  it('judges the last closed month and no other', () => {
    expect(judge([month('2026-04', 400, 3), month('2026-05', 400, 4.5), month('2026-06', 400, 1)])).toBeUndefined()
    expect(judge([month('2026-04', 400, 3), month('2026-05', 0, 0)])).toBeUndefined()
  })

  it('agrees with exact arithmetic on hundredths', () => {
    const hundredths = fc.integer({ min: 100, max: 500 })
    fc.assert(
      fc.property(hundredths, hundredths, (base, now) => {
        const found = judge([month('2026-05', 100, now / 100)], { mean: base / 100, months: [] })
        expect(found !== undefined).toBe(5 * now <= 4 * base)
      }),
    )
  })
})

describe('the base', () => {
  it('is every rating of the three months before the certificate', () => {
    const ratings = [month('2025-08', 9, 1), month('2025-09', 10, 4), month('2025-10', 30, 5), month('2025-12', 50, 2)]
    // (10 · 4 + 30 · 5) / 40; November has no ratings.
    expect(fallBase(ratings, '2025-12')).toMatchObject({ mean: 4.75, n: 40, months: ['2025-09', '2025-10'] })
    expect(fallBase(ratings, '2027-12')).toBeUndefined()
  })
})

describe('the grade', () => {
  it('is confirmed with the whole interval below the border', () => {
    // 3.3 ± 1.966 / 20: up to 3.40, border 3.6.
    const found = judge([month('2026-05', 400, 3.3)])
    expect(found).toMatchObject({ kind: 'alarm', grade: 'confirmed', months: ['2026-05'] })
    expect(found?.high).toBeCloseTo(3.398, 3)
    expect(found?.normalisedPoints).toBeCloseTo(30, 10)
    expect(found?.sentence.text).toBe(
      'CSI снизился на 26,7 %: с 4,50 до 3,30 балла (май 2026, оценок: 400). Снижение подтверждено: весь 95 % интервал ниже границы.',
    )
    expect(found && describeFall(found)[1]?.value).toBe('3,30 (от 3,20 до 3,40)')
  })

  it('is likely with the border inside the interval', () =>
    expect(judge([month('2026-05', 100, 3.5)])?.grade).toBe('likely'))

  it('may be chance against an uncertain base', () => {
    const base = { mean: 4.5, n: 4, sd: 2, months: ['2025-10'] }
    expect(judge([month('2026-05', 30, 3.6, 2)], base)?.grade).toBe('maybe_chance')
  })

  it('lacks spread where all ratings are equal', () =>
    expect(judge([month('2026-05', 60, 3, 0)])).toMatchObject({
      kind: 'alarm',
      grade: 'little_data',
      reasons: ['no_spread'],
    }))
})

describe('few ratings', () => {
  it('are judged with the months before, until there are 30', () => {
    const found = judge([
      month('2026-02', 50, 5),
      month('2026-03', 25, 3),
      month('2026-04', 20, 3),
      month('2026-05', 10, 3),
    ])
    expect(found).toMatchObject({ kind: 'alarm', months: ['2026-04', '2026-05'], now: { n: 30, mean: 3 } })
    expect(found?.grade).toBe('confirmed')
  })

  it('raise no alarm where the months together did not fall', () => {
    const found = judge([month('2026-04', 60, 4.6), month('2026-05', 10, 3)])
    expect(found).toMatchObject({
      kind: 'observation',
      grade: 'little_data',
      reasons: ['few_ratings'],
      months: ['2026-05'],
    })
    expect(found?.sentence.text).toContain('Критическим значением это не объявляется.')
  })

  it('are not mixed with the base or what came before it', () => {
    const base = { mean: 4.5, n: 90, sd: 1, months: ['2026-02', '2026-03', '2026-04'] }
    const found = judge([month('2026-04', 60, 3), month('2026-05', 25, 3)], base)
    expect(found).toMatchObject({ kind: 'alarm', grade: 'little_data', months: ['2026-05'] })
    expect(judge([month('2026-04', 60, 3), month('2026-05', 19, 3)], base)?.kind).toBe('observation')
    expect(judge([month('2026-04', 60, 3), month('2026-05', 25, 3)], chosen, '2026-05')?.now.n).toBe(25)
  })
})
