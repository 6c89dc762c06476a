import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../months/index.ts'
import { chanceOfRises, describeGrowth, expectedAlarms, findGrowth, type MonthShare } from './index.ts'

/** Months up to 2026-05: a pair is [numerator, denominator], null a month that is missing. */
const series = (...pairs: ([number, number] | null)[]): MonthShare[] =>
  pairs.flatMap((pair, at) =>
    pair ? [{ month: addMonths('2026-05', at - pairs.length + 1), numerator: pair[0], denominator: pair[1] }] : [],
  )
const find = (months: MonthShare[], minRises?: number) =>
  findGrowth(months, { figure: 'refusals', closedThrough: '2026-05', minRises })
const of1000 = (...xs: number[]): [number, number][] => xs.map((x) => [x, 1000])
/** Twelve months around 5 %, then the months given. */
const calm = [48, 52, 49, 51, 47, 53, 50, 52, 48, 51, 53, 50]

describe('the literal rule', () => {
  it('is four consecutive months, each greater', () => {
    const found = find(series([5, 100], [6, 100], [7, 100], [8, 100]))
    expect(found).toMatchObject({ kind: 'alarm', rises: 3, month: '2026-05', minRises: 3 })
    expect(found?.months.map(({ month }) => month)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05'])
  })

  it('is not three months', () =>
    expect(find(series([6, 100], [7, 100], [8, 100]))).toMatchObject({ kind: 'observation', rises: 2 }))

  it.each([
    ['an equal month, under other denominators', series([5, 100], [1, 20], [7, 100], [8, 100])],
    ['a missing month', series([5, 100], null, [7, 100], [8, 100])],
    ['a month without decisions', series([5, 100], [0, 0], [7, 100], [8, 100])],
    ['a fall at the end', series([5, 100], [6, 100], [7, 100], [6, 100])],
    ['no last month', series([5, 100], [6, 100], [7, 100], [8, 100], null)],
    ['nothing at all', []],
  ])('is broken by %s', (_, months) => expect(find(months)?.kind ?? 'none').not.toBe('alarm'))

  it('leaves out the running month', () => {
    const months = series([5, 100], [6, 100], [7, 100], [8, 100])
    expect(findGrowth(months, { figure: 'errors', closedThrough: '2026-04' })?.kind).toBe('observation')
  })

  it('compares exactly where floats see no difference', () => {
    const n = 9_007_199_254_740_991
    const months = series([1, n - 3], [1, n - 4], [1, n - 5], [1, n - 6])
    expect(new Set(months.map(({ numerator, denominator }) => (100 * numerator) / denominator)).size).toBeLessThan(4)
    expect(find(months)?.kind).toBe('alarm')
  })

  it('takes another number of rises', () => {
    const months = series([6, 100], [7, 100], [8, 100])
    expect(find(months, 2)).toMatchObject({ kind: 'alarm', rises: 2 })
    expect(find(months, 1)?.kind).toBe('alarm')
  })

  it('agrees with a plain reading of the rule on any series', () => {
    const month = fc.option(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      nil: null,
      freq: 8,
    })
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 8 }), (pairs) => {
        const last = pairs.slice(-4)
        const shares = last.map((pair) => (pair && pair[1] > 0 ? pair[0] / pair[1] : Number.NaN))
        const literal =
          shares.length === 4 && shares.every((value, at) => at === 0 || value > (shares[at - 1] ?? Number.NaN))
        const shuffled = series(...pairs).toReversed()
        expect(find(shuffled)?.kind === 'alarm').toBe(literal)
      }),
    )
  })
})

describe('the grade', () => {
  it('is confirmed where trend, own variation and last year agree', () => {
    const found = find(series(...of1000(...calm, 55, 70, 90, 120)))
    expect(found).toMatchObject({ grade: 'confirmed', reasons: [], rises: 4 })
    expect(found?.sentence.text).toBe(
      'Доля отказов растёт четыре месяца подряд: 5,0; 5,5; 7,0; 9,0; 12,0 % (январь – май 2026). ' +
        'Рост подтверждён: видна тенденция, последнее значение выше обычных колебаний услуги, доля выше, чем в те же месяцы год назад.',
    )
  })

  it('is likely where last year was as high: a season', () => {
    const found = find(series(...of1000(55, 70, 90, 120, 60, 55, 50, 52, 48, 51, 49, 56, 55, 70, 90, 120)))
    expect(found).toMatchObject({ grade: 'likely', reasons: [], rises: 3 })
    expect(found?.sentence.text).toContain(
      'Рост вероятен: видна тенденция, последнее значение выше обычных колебаний услуги; остальные проверки его не подтвердили.',
    )
    expect(found?.evidence.yearOnYear).toMatchObject({ difference: 0, now: { x: 335, n: 4000 } })
  })

  it('may be chance where the rises are small', () => {
    const found = find(series(...of1000(...calm, 49, 50, 51, 52)))
    expect(found).toMatchObject({ grade: 'maybe_chance', reasons: [] })
    expect(found?.sentence).toMatchObject({
      key: 'growth.alarm.maybe_chance',
      values: { rises: 3, last: '2026-05', unchanged: 36 },
    })
    expect(found?.sentence.text).toContain('Так бывает у 36 из 100 услуг без изменений в течение года.')
  })

  it.each([
    ['few_requests', series(...of1000(...calm), [20, 49], [500, 1000], [600, 1000], [700, 1000])],
    ['few_expected', series(...of1000(...calm), [0, 1000], [1, 1000], [2, 1000], [5, 1000])],
    ['short_history', series(...of1000(...calm.slice(1), 55, 70, 90, 120))],
    ['over_whole', series(...of1000(...calm), [900, 1000], [1000, 1000], [1100, 1000], [1200, 1000])],
  ] as const)('says little data: %s', (reason, months) => {
    const found = find([...months])
    expect(found).toMatchObject({ kind: 'alarm', grade: 'little_data' })
    expect(found?.reasons).toContain(reason)
    expect(found?.sentence.text).toContain('Данных мало: ')
  })

  it('needs twelve months before the last four, however long the run', () => {
    expect(find(series(...of1000(...calm.slice(1), 55, 70, 90, 120)))).toMatchObject({
      reasons: ['short_history'],
      notes: ['no_last_year'],
    })
    expect(find(series(...of1000(...calm, 55, 70, 90, 120)))?.reasons).toEqual([])
    expect(find(series(...of1000(...calm.slice(0, 9), 52, 53, 54, 55, 70, 90, 120)))).toMatchObject({
      rises: 7,
      reasons: [],
    })
  })

  it('stands without a month of last year, which is said beside it', () => {
    const lastYear = [...of1000(...calm.slice(0, 9)), null]
    const found = find(series(...lastYear, ...of1000(...calm.slice(0, 9), 61, 60, 80, 110, 150)))
    expect(found).toMatchObject({ grade: 'confirmed', reasons: [], notes: ['no_last_year'], rises: 3 })
    expect(found?.evidence.yearOnYear).toBeNull()
    expect(found?.sentence.text).toBe(
      'Доля отказов растёт три месяца подряд: 6,0; 8,0; 11,0; 15,0 % (февраль – май 2026). ' +
        'Рост подтверждён: видна тенденция, последнее значение выше обычных колебаний услуги. ' +
        'Не проверено: сезон (за те же месяцы год назад нет значений, с которыми можно сравнить).',
    )
  })

  it('stands without variation in the past, which is said beside it', () => {
    const found = find(series(...of1000(...Array.from({ length: 14 }, () => 50), 40, 70, 90, 120)))
    expect(found).toMatchObject({ grade: 'confirmed', reasons: [], notes: ['no_variation'] })
    expect(found?.sentence.text).toContain(
      'видна тенденция, доля выше, чем в те же месяцы год назад. Не проверено: обычные колебания услуги',
    )
  })

  it('is not confirmed by the trend alone', () => {
    const found = find(series(...of1000(50), null, ...of1000(...Array.from({ length: 11 }, () => 50), 40, 60, 80, 110)))
    expect(found).toMatchObject({ grade: 'likely', reasons: [], notes: ['no_variation', 'no_last_year'] })
    expect(found?.sentence.text).toContain('Рост вероятен: видна тенденция. Не проверено: ')
  })

  it('shows the evidence by hand', () => {
    const found = find(series([5, 100], [7, 100], [9, 100], [11, 100]))
    expect(found?.evidence.trend?.z).toBeCloseTo(10 / Math.sqrt(36.8), 12)
    expect(found?.evidence.relativeGrowth).toBeCloseTo(1.2, 12)
    expect(found?.evidence.chance).toBeCloseTo(1 / 24, 12)
    expect(found && describeGrowth(found).map(({ value }) => value)).toEqual([
      // Under 50 requests a month and no history: what follows says nothing of trust.
      'нет',
      'z = 1,65, p = 0,050',
      'не вычисляется',
      'не вычисляется',
      '+120 %',
      '4,17 %',
    ])
  })

  it('does not claim more months of history than there must be', () => {
    const found = find(series(...of1000(...Array.from({ length: 13 }, (_, at) => 50 + (at % 3)), 40, 60, 80, 110)))
    const [, excess] = found ? describeGrowth(found) : []
    expect(excess?.value).toMatch(/ σ от 5,\d\d %$/)
    expect(excess?.explanation).toContain('в прежних месяцах, от 12 до 22, не считая последних четырёх')
  })
})

describe('an observation', () => {
  it('is two rises, which are common', () => {
    const found = find(series(...of1000(...calm, 50, 49, 50, 51)))
    expect(found).toMatchObject({ kind: 'observation', rises: 2, grade: 'maybe_chance' })
    expect(found?.sentence.text).toContain(
      'Критическим значением это пока не является. Рост может быть случайным. Так бывает у 89 из 100',
    )
  })
})

describe('chance', () => {
  it('is one order of all', () => {
    expect([2, 3, 4, 5].map(chanceOfRises)).toEqual([1 / 6, 1 / 24, 1 / 120, 1 / 720])
    expect(expectedAlarms(240)).toBe(10)
  })

  it('tells close values apart in the sentence', () => {
    const found = find(series([1000, 20_000], [1001, 20_000], [1002, 20_000], [1003, 20_000]))
    expect(found?.sentence.text).toContain('5,000; 5,005; 5,010; 5,015 %')
  })
})
