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
    expect(found).toMatchObject({ kind: 'alarm', grade: 'confirmed', gradedOn: 'month', pooled: null })
    expect(found?.high).toBeCloseTo(3.398, 3)
    expect(found?.normalisedPoints).toBeCloseTo(30, 10)
    expect(found?.sentence.text).toBe(
      'CSI снизился на 26,7 %: с 4,50 до 3,30 балла (май 2026, оценок: 400). Снижение подтверждено: весь 95 % интервал ниже границы.',
    )
    expect(found && describeFall(found).map(({ value }) => value)).toEqual([
      '4,50',
      '3,30, оценок: 400',
      'от 3,20 до 3,40',
      '1,20 балла, 30,0 из 100',
      'p < 0,001',
    ])
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
  it('alarm from 20 in the month, also where the months together did not fall', () => {
    const found = judge([month('2026-04', 100, 4.5), month('2026-05', 25, 3.4)])
    // 1 − 3.4 / 4.5; (100 · 4.5 + 25 · 3.4) / 125 = 4.28.
    expect(found).toMatchObject({
      kind: 'alarm',
      grade: 'little_data',
      reasons: ['few_ratings'],
      gradedOn: 'month',
      now: { n: 25, mean: 3.4 },
      pooled: { months: ['2026-04', '2026-05'], n: 125, mean: 4.28, falls: false },
    })
    expect(found?.relativeFall).toBeCloseTo(1.1 / 4.5, 12)
    expect(found?.sentence.text).toBe(
      'CSI снизился на 24,4 %: с 4,50 до 3,40 балла (май 2026, оценок: 25). ' +
        'Вместе с прежними оценками (апрель – май 2026, оценок: 125) – 4,28 балла, на 4,9 % ниже базы, снижения на 20 % нет. ' +
        'Данных мало: в месяце меньше 30 оценок.',
    )
    expect(found && describeFall(found).slice(1, 4)).toMatchObject([
      { name: 'Значение месяца', value: '3,40, оценок: 25' },
      { name: 'Вместе с прежними оценками', value: '4,28, оценок: 125' },
      { name: '95 % интервал', value: 'не строится' },
    ])
  })

  it('raise nothing where the month itself did not fall by the rule', () => {
    // 3.8 is 15.6 % under 4.5; with the month before it 3.44 of 35 ratings, 23.5 % under.
    expect(judge([month('2026-04', 25, 3.3), month('2026-05', 10, 3.8)])).toBeUndefined()
    expect(judge([month('2026-04', 100, 3), month('2026-05', 400, 3.61)])).toBeUndefined()
  })

  it('alarm under 20 where the months together have 20 and fell too, graded from 30 on', () => {
    const found = judge([month('2026-03', 25, 3), month('2026-04', 20, 3, 0.5), month('2026-05', 10, 3.3, 0.5)])
    expect(found).toMatchObject({
      kind: 'alarm',
      grade: 'confirmed',
      reasons: [],
      gradedOn: 'pooled',
      now: { n: 10, mean: 3.3 },
      pooled: { months: ['2026-04', '2026-05'], n: 30, mean: 3.1, falls: true },
    })
    // 29 s² = 19 · 0.25 + 20 · 0.01 + 9 · 0.25 + 10 · 0.04 = 7.6; 3.1 ± 2.045 · s / √30.
    expect(found?.low).toBeCloseTo(2.909, 3)
    expect(found?.high).toBeCloseTo(3.291, 3)
    expect(found?.sentence.text).toBe(
      'CSI снизился на 26,7 %: с 4,50 до 3,30 балла (май 2026, оценок: 10). ' +
        'Вместе с прежними оценками (апрель – май 2026, оценок: 30) – 3,10 балла, на 31,1 % ниже базы. ' +
        'Снижение подтверждено по этим месяцам вместе: весь 95 % интервал ниже границы.',
    )
  })

  it('are too few for a grade where the months together are 20 to 29', () => {
    expect(judge([month('2026-04', 14, 3), month('2026-05', 8, 3.5)])).toMatchObject({
      kind: 'alarm',
      grade: 'little_data',
      gradedOn: 'month',
      now: { n: 8, mean: 3.5 },
      pooled: { n: 22, falls: true },
    })
  })

  it('of 20 to 29 in the month are graded by the months together where these fell too', () =>
    expect(judge([month('2026-04', 20, 3.4), month('2026-05', 25, 3.4)])).toMatchObject({
      kind: 'alarm',
      grade: 'likely',
      gradedOn: 'pooled',
      now: { n: 25 },
      pooled: { n: 45 },
    }))

  it.each([
    ['with none before', [month('2026-05', 19, 3)], null],
    ['with too few before', [month('2026-04', 9, 3), month('2026-05', 10, 3)], { n: 19, falls: true }],
    ['with enough before that did not fall', [month('2026-04', 60, 4.6), month('2026-05', 10, 3)], { falls: false }],
  ])('are an observation under 20, %s', (_, ratings, pooled) => {
    const found = judge(ratings)
    expect(found).toMatchObject({ kind: 'observation', grade: 'little_data', reasons: ['few_ratings'], pooled })
    expect(found?.sentence.text).toContain('Критическим значением это не объявляется: в месяце меньше 20 оценок.')
  })

  it('say how far the months together lie above the base', () =>
    expect(judge([month('2026-04', 90, 5), month('2026-05', 10, 3)])?.sentence.text).toContain(
      'оценок: 100) – 4,80 балла, на 6,7 % выше базы, снижения на 20 % нет.',
    ))

  it('are not asked about where the month has 30 itself', () =>
    expect(judge([month('2026-04', 100, 4.5), month('2026-05', 30, 3)])).toMatchObject({
      pooled: null,
      now: { n: 30 },
    }))

  it('are not mixed with the base or what came before it', () => {
    const base = { mean: 4.5, n: 90, sd: 1, months: ['2026-02', '2026-03', '2026-04'] }
    const found = judge([month('2026-04', 60, 3), month('2026-05', 25, 3)], base)
    expect(found).toMatchObject({ kind: 'alarm', grade: 'little_data', pooled: null })
    expect(judge([month('2026-04', 60, 3), month('2026-05', 19, 3)], base)?.kind).toBe('observation')
    expect(judge([month('2026-04', 60, 3), month('2026-05', 25, 3)], chosen, '2026-05')?.pooled).toBeNull()
  })
})

describe('of any ratings', () => {
  const hundredths = fc.integer({ min: 100, max: 500 })
  const ratings = fc.array(fc.record({ n: fc.integer({ min: 0, max: 40 }), score: hundredths }), {
    minLength: 1,
    maxLength: 5,
  })

  it('a fall is told of exactly where the month itself fell by the rule, an alarm never on under 20 ratings', () => {
    fc.assert(
      fc.property(hundredths, ratings, (base, given) => {
        const months = given.map(({ n, score }, at) => month(`2026-0${5 - at}`, n, score / 100))
        const own = given[0] ?? { n: 0, score: 500 }
        const found = judge(months, { mean: base / 100, months: [] })
        expect(found !== undefined).toBe(own.n > 0 && 5 * own.score <= 4 * base)
        expect(found?.now.n ?? own.n).toBe(own.n)
        const together = found?.pooled?.falls ? found.pooled.n : 0
        if (found) expect(found.kind === 'alarm').toBe(Math.max(own.n, together) >= 20)
        if (found && found.grade !== 'little_data') expect(Math.max(own.n, together)).toBeGreaterThanOrEqual(30)
      }),
    )
  })
})
