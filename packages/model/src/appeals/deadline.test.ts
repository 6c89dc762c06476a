import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_CALENDAR, isWorkingDay, withYears, workingDaysBetween } from '../calendar/index.ts'
import { addDays, dayNumber } from '../days/index.ts'
import { isDueBy } from './deadline.ts'
import { BUILT_IN_RULES, deadlineOfCase, proposedRule, ruleInForce, type TermRule } from './index.ts'

const of = (given: unknown, calendar = BUILT_IN_CALENDAR) => deadlineOfCase(given, BUILT_IN_RULES, calendar)

// Counted on paper over May 2026 (1–3, 9–11 off) and New Year (31.12.2025–11.01.2026 off).
describe('terms by hand', () => {
  test.each([
    ['59.answer', '2026-04-29', undefined, '2026-05-29', '2026-05-29'],
    // 31 May is a Sunday.
    ['59.answer', '2026-05-01', undefined, '2026-05-31', '2026-05-29'],
    ['59.answer', '2026-04-29', 30, '2026-06-28', '2026-06-26'],
    // 30 days into the holidays: 10 January is off, as is everything back to 31 December.
    ['59.answer', '2025-12-11', undefined, '2026-01-10', '2025-12-30'],
    ['8.answer', '2026-04-29', 15, '2026-06-13', '2026-06-11'],
    ['59.register', '2026-04-29', undefined, '2026-05-02', '2026-04-30'],
    // No working day within: the term itself counts.
    ['59.register', '2025-12-31', undefined, '2026-01-03', '2026-01-03'],
    ['59.forward', '2026-05-08', undefined, '2026-05-15', '2026-05-15'],
    ['210.register', '2026-04-30', undefined, '2026-05-04', '2026-05-04'],
    ['210.answer', '2026-04-29', undefined, '2026-05-22', '2026-05-22'],
    ['210.answer.short', '2025-12-30', undefined, '2026-01-16', '2026-01-16'],
    ['210.notify', '2026-05-08', undefined, '2026-05-09', '2026-05-09'],
    ['pos.answer', '2025-12-29', undefined, '2026-01-22', '2026-01-22'],
    ['pos.fast', '2026-05-08', undefined, '2026-05-14', '2026-05-14'],
    ['review.answer', '2026-02-01', undefined, '2026-03-03', '2026-03-03'],
  ])('%s from %s, extended by %s', (rule, from, extended_by, due, act_by) => {
    const found = of({ from, rule, extended_by })
    expect(found).toEqual({ rule, from, due, act_by, source: expect.stringMatching(/ФЗ, ст\.|Акт|Порядок/) })
    expect(Object.keys(found)).toEqual(['rule', 'from', 'due', 'act_by', 'source'])
  })
})

describe('a year without a calendar', () => {
  test('takes the day to act by from a term in calendar days', () => {
    expect(of({ from: '2026-12-20', rule: '59.answer' })).toMatchObject({ due: '2027-01-19', act_by: null })
    expect(of({ from: '2026-12-01', rule: '59.answer' })).toMatchObject({ due: '2026-12-31', act_by: '2026-12-30' })
  })
  test('refuses one in working days', () => {
    expect(of({ from: '2026-12-30', rule: '210.register' })).toEqual({
      error: { code: 'calendar_missing', message: expect.stringContaining('2027') },
    })
  })
  test('given for one call, it counts', () => {
    const table = { year: 2027, source: 'акт', off_weekdays: ['2027-01-01'], working_weekends: [], short: [] }
    const calendar = withYears(BUILT_IN_CALENDAR, [table])
    expect(of({ from: '2026-12-30', rule: '210.register' }, calendar)).toMatchObject({ due: '2027-01-04' })
  })
})

test.each<[unknown, string, string]>([
  [{ from: '2026-02-29', rule: '59.answer' }, 'bad_date', '«2026-02-29»'],
  [{ from: '29.04.2026', rule: '59.answer' }, 'bad_date', 'ГГГГ-ММ-ДД'],
  [{ from: 20260429, rule: '59.answer' }, 'bad_date', '20260429'],
  [{ rule: '59.answer' }, 'bad_date', 'from'],
  [{ from: '2026-04-29' }, 'unknown_rule', 'ничего'],
  [{ from: '2026-04-29', rule: '59' }, 'unknown_rule', 'review.answer'],
  [{ from: '2026-04-29', rule: '210.answer', extended_by: 1 }, 'extension_not_allowed', '210.answer'],
  [{ from: '2026-04-29', rule: '59.answer', extended_by: -1 }, 'extension_not_allowed', 'от 0'],
  [{ from: '2026-04-29', rule: '59.answer', extended_by: '5' }, 'extension_not_allowed', '«5»'],
  [{ from: '2026-04-29', rule: '59.answer', extended_by: 31 }, 'extension_too_long', '30'],
  [{ from: '2026-04-29', rule: '8.answer', extended_by: 16 }, 'extension_too_long', '8-ФЗ'],
  [{ from: '2026-04-29', rule: '59.answer', extend: 5 }, 'unknown_field', 'extend'],
  ['2026-04-29', 'not_an_object', 'объект'],
])('%j is told', (given, code, words) => {
  expect(of(given)).toEqual({ error: { code, message: expect.stringContaining(words) } })
})

test('an extension of none is allowed by every rule', () => {
  for (const { code } of BUILT_IN_RULES)
    expect(of({ from: '2026-04-29', rule: code, extended_by: 0 })).toHaveProperty('due')
})

test('whatever the case, a term ends after its beginning and is acted on within it', () => {
  const anyDay = fc.nat({ max: 1300 }).map((number) => addDays('2023-01-01', number))
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...BUILT_IN_RULES), fc.nat({ max: 30 }), (from, rule, wanted) => {
      const extended_by = Math.min(wanted, rule.extension ?? 0)
      const found = of({ from, rule: rule.code, extended_by })
      if ('error' in found) throw new Error(found.error.message)
      const { due, act_by } = found
      if (rule.unit === 'working') expect(workingDaysBetween(BUILT_IN_CALENDAR, from, due)).toBe(rule.days)
      else expect(dayNumber(due) - dayNumber(from)).toBe(rule.days + extended_by)
      if (act_by === null) throw new Error('all these years have a calendar')
      expect(act_by > from && act_by <= due).toBe(true)
      // Nothing is worked between the day to act by and the end.
      expect(act_by === due || workingDaysBetween(BUILT_IN_CALENDAR, act_by, due) === 0).toBe(true)
      if (!isWorkingDay(BUILT_IN_CALENDAR, act_by)) expect(workingDaysBetween(BUILT_IN_CALENDAR, from, due)).toBe(0)
    }),
  )
})

describe('whether a term has ended', () => {
  const rule = (code: string) => BUILT_IN_RULES.find((one) => one.code === code)!
  test('agrees with its last day', () => {
    const anyDay = fc.nat({ max: 1200 }).map((number) => addDays('2023-01-01', number))
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...BUILT_IN_RULES), (from, day, one) => {
        const found = of({ from, rule: one.code })
        if ('error' in found) throw new Error(found.error.message)
        expect(isDueBy({ from, rule: one, extended_by: 0 }, day, BUILT_IN_CALENDAR)).toBe(found.due <= day)
      }),
    )
  })
  test('needs no calendar of days after the one asked for, nor of years long before', () => {
    const ended = (from: string, day: string) =>
      isDueBy({ from, rule: rule('210.answer'), extended_by: 0 }, day, BUILT_IN_CALENDAR)
    expect(ended('2026-12-28', '2026-12-31')).toBe(false)
    expect(ended('2019-03-01', '2026-03-31')).toBe(true)
    expect(() => ended('2022-12-20', '2023-01-10')).toThrow('2022')
  })
})

describe('which rule', () => {
  const common = BUILT_IN_RULES.find(({ code }) => code === 'pos.answer')!
  const later: TermRule = { ...common, days: 8, valid_from: '2026-03-01' }
  const own: TermRule = { ...common, days: 6, valid_from: '2026-02-01', authority: 'А' }
  const rules = [common, later, own]
  const days = (day: string, authority?: string) => ruleInForce(rules, { code: 'pos.answer', day, authority })?.days
  test('holds: the own before the common, the latest that has begun', () => {
    expect([days('2026-02-28'), days('2026-03-01'), days('2026-03-01', 'Б')]).toEqual([10, 8, 8])
    expect([days('2026-01-31', 'А'), days('2026-02-01', 'А'), days('2026-04-01', 'А')]).toEqual([10, 6, 6])
    expect(ruleInForce(rules, { code: '59.answer', day: '2026-01-01' })).toBeUndefined()
  })
  test('is proposed', () => {
    expect([
      proposedRule('complaint', 'pos'),
      proposedRule('request', 'site'),
      proposedRule('pretrial', 'do'),
      proposedRule('review', 'pos'),
      proposedRule('review', 'email'),
    ]).toEqual(['59.answer', '8.answer', '210.answer', 'pos.answer', 'review.answer'])
  })
})
