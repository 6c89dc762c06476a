import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ADMITTING_LETTERS,
  admission,
  categoryOf,
  ALL_OBJECT_KINDS,
  deadlinesOf,
  endsIn,
  FORMS,
  kindsOf,
  lastDayOfTerm,
  LETTERS,
  type YearFacts,
} from './index.ts'

const GOOD: YearFacts = {
  selfCheck: 'А',
  form: 'open',
  ending: null,
  roadMapFailed: false,
  contacts: true,
  access: true,
  mass: null,
}
const NONE = { validFrom: null, validTo: null }
const ENDING_2027 = { validFrom: '2024-03-15', validTo: '2027-03-14' }
const judge = (given: Partial<YearFacts>, certificate: { validFrom: string | null; validTo: string | null } = NONE) =>
  admission({ ...GOOD, ...given }, certificate, 2027)
const codes = (found: readonly { code: string; point: string }[]) => found.map(({ code, point }) => `${code} ${point}`)

// Written by hand from пункты 9 and 14.
describe('the golden table of admission', () => {
  test.each<[string, Partial<YearFacts>, typeof ENDING_2027 | typeof NONE, string[], string[]]>([
    ['А+', { selfCheck: 'А+' }, NONE, ['self_check 9'], []],
    ['А', {}, NONE, ['self_check 9'], []],
    ['Б+', { selfCheck: 'Б+' }, NONE, ['self_check 9'], []],
    ['Б', { selfCheck: 'Б' }, NONE, ['self_check 9'], []],
    ['В', { selfCheck: 'В' }, NONE, [], ['low_self_check 9']],
    ['Г', { selfCheck: 'Г' }, NONE, [], ['low_self_check 9']],
    ['no self-check', { selfCheck: null }, NONE, [], ['no_self_check 9']],
    ['a certificate that ends', { selfCheck: null }, ENDING_2027, ['certificate_ends 9'], []],
    ['a certificate in spite of В', { selfCheck: 'В' }, ENDING_2027, ['certificate_ends 9'], []],
    ['both grounds', {}, ENDING_2027, ['self_check 9', 'certificate_ends 9'], []],
    ['no form', { form: 'not_online' }, NONE, ['self_check 9'], ['form_not_online 14']],
    ['a form closed to study', { form: 'not_remote' }, NONE, ['self_check 9'], ['form_not_remote 14']],
    [
      'to be merged',
      { ending: { way: 'merged', when: 'next_year', act: 'приказ № 1' } },
      NONE,
      ['self_check 9'],
      ['ending 14'],
    ],
    ['a road map not carried out', { roadMapFailed: true }, NONE, ['self_check 9'], ['road_map_failed 14']],
    ['no contacts', { contacts: false }, NONE, ['self_check 9'], ['no_contacts 14']],
    ['no access', { access: false }, NONE, ['self_check 9'], ['no_access 14']],
    [
      'a certificate does not help over пункт 14',
      { contacts: false },
      ENDING_2027,
      ['self_check 9', 'certificate_ends 9'],
      ['no_contacts 14'],
    ],
    [
      'everything at once',
      {
        selfCheck: 'Г',
        form: 'not_online',
        ending: { way: 'closed', when: 'this_year', act: 'указ' },
        roadMapFailed: true,
        contacts: false,
        access: false,
      },
      NONE,
      [],
      ['low_self_check 9', 'form_not_online 14', 'ending 14', 'road_map_failed 14', 'no_contacts 14', 'no_access 14'],
    ],
  ])('%s', (_, facts, certificate, grounds, reasons) => {
    const found = judge(facts, certificate)
    expect([codes(found.grounds), codes(found.reasons)]).toEqual([grounds, reasons])
    expect(found.admitted).toBe(reasons.length === 0)
  })

  test('reasons are sentences', () => {
    const ending = { way: 'excluded', when: 'next_year', act: 'постановление от 01.02.2027 № 5' } as const
    expect(judge({ selfCheck: 'В', ending }).reasons.map(({ text }) => text)).toEqual([
      'Самопроверка показала «В», нужно не ниже «Б».',
      'Подлежит исключению в следующем году: постановление от 01.02.2027 № 5.',
    ])
  })
})

describe('a certificate of three years that ends in the year', () => {
  test.each([
    ['2024-03-15', '2027-03-14', true],
    // Written as the same day three years later.
    ['2024-03-15', '2027-03-15', true],
    ['2024-03-15', '2027-03-13', false],
    ['2026-03-15', '2027-03-14', false],
    ['2026-10-01', '2027-03-29', false],
    ['2024-01-01', '2026-12-31', false],
    ['2024-01-02', '2027-01-01', true],
    ['2025-01-01', '2027-12-31', true],
    ['2025-01-02', '2028-01-01', false],
    ['2024-02-29', '2027-02-28', true],
  ])('%s – %s: %s', (validFrom, validTo, expected) => {
    expect(endsIn({ validFrom, validTo }, 2027)).toBe(expected)
  })
  test('none ends', () => expect(endsIn(NONE, 2027)).toBe(false))
})

const anyFacts: fc.Arbitrary<YearFacts> = fc.record({
  selfCheck: fc.constantFrom(null, ...LETTERS),
  form: fc.constantFrom(...FORMS),
  ending: fc.option(
    fc.record({
      way: fc.constantFrom('excluded' as const, 'closed' as const, 'merged' as const),
      when: fc.constantFrom('this_year' as const, 'next_year' as const),
      act: fc.string({ minLength: 1 }),
    }),
  ),
  roadMapFailed: fc.boolean(),
  contacts: fc.boolean(),
  access: fc.boolean(),
  mass: fc.option(fc.string()),
})
const anyDay = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyCertificate = fc.option(fc.tuple(anyDay, anyDay)).map((days) => ({
  validFrom: days?.[0] ?? null,
  validTo: days?.[1] ?? null,
}))

describe('admission, whatever the facts', () => {
  test('is given exactly where nothing is against it', () => {
    fc.assert(
      fc.property(anyFacts, anyCertificate, (facts, certificate) => {
        const found = admission(facts, certificate, 2027)
        expect(found.admitted).toBe(found.reasons.length === 0)
        if (found.admitted) expect(found.grounds.length).toBeGreaterThan(0)
      }),
    )
  })
  test('is what пункты 9 and 14 say, put another way', () => {
    fc.assert(
      fc.property(anyFacts, anyCertificate, (facts, certificate) => {
        const letter = facts.selfCheck !== null && ADMITTING_LETTERS.includes(facts.selfCheck)
        const expected =
          (letter || endsIn(certificate, 2027)) &&
          facts.form === 'open' &&
          facts.ending === null &&
          !facts.roadMapFailed &&
          facts.contacts &&
          facts.access
        expect(admission(facts, certificate, 2027).admitted).toBe(expected)
      }),
    )
  })
  test('mending one fact never adds a reason, and none is named twice', () => {
    fc.assert(
      fc.property(anyFacts, anyCertificate, fc.constantFrom(...Object.keys(GOOD)), (facts, certificate, key) => {
        const reasons = admission(facts, certificate, 2027).reasons.map(({ code }) => code)
        expect(new Set(reasons).size).toBe(reasons.length)
        const mended = { ...facts, [key]: GOOD[key as keyof YearFacts] }
        const left = admission(mended, certificate, 2027).reasons.map(({ code }) => code)
        expect(left.filter((code) => !reasons.includes(code))).toEqual([])
      }),
    )
  })
})

test('kinds fall into two categories', () => {
  expect(ALL_OBJECT_KINDS.map((kind) => [kind, categoryOf(kind)])).toEqual([
    ['service', 'услуга'],
    ['typical', 'услуга'],
    ['service_tool', 'сервис'],
    ['appeals', 'сервис'],
    ['oversight', 'сервис'],
    ['internal', 'сервис'],
  ])
  expect(kindsOf('услуга')).toEqual(['service', 'typical'])
})

test('what is due for 2027', () => {
  expect(deadlinesOf(2027).map(({ code, day, point }) => [code, day, point])).toEqual([
    ['services_told', '2026-11-20', '6'],
    ['single_drafted', '2026-12-01', '6'],
    ['year_published', '2026-12-20', '10'],
    ['remarks_sent', '2027-01-31', '10'],
    ['year_approved', '2027-03-01', '12'],
    ['year_updated', '2027-11-01', '16'],
  ])
})

describe('days', () => {
  test('the last day of a term', () => {
    expect([lastDayOfTerm('2026-03-15', 3), lastDayOfTerm('2024-02-29', 1), lastDayOfTerm('2026-01-01', 1)]).toEqual([
      '2029-03-14',
      '2025-02-28',
      '2026-12-31',
    ])
  })
})
