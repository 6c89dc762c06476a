import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../days/index.ts'
import { score } from '../score/score.ts'
import {
  type Before,
  beginningOf,
  needsExplanation,
  receptionApplies,
  resultsOf,
  scoreInputOf,
  standingOf,
} from './index.ts'

const HIGH: Before = {
  level: 80,
  certificate: { validFrom: '2023-03-15', validTo: '2026-03-14', endedOn: null },
  roadMapDone: false,
  equalRepeats: 0,
}
const MIDDLE: Before = { ...HIGH, level: 55, equalRepeats: 1 }

describe('whether a certification may begin', () => {
  const asked = { kind: 'service', year: 2026, today: '2026-02-01' } as const
  test('a first one may', () => {
    expect(beginningOf(asked, null)).toMatchObject({ refused: null, previous: undefined })
  })
  test('a repetition may in the year in which the certificate ends, not before', () => {
    expect(beginningOf(asked, HIGH)).toMatchObject({
      refused: null,
      previous: { level: 80, valid_to: '2026-03-14', withdrawn: false },
      reason: expect.stringContaining('п. 30 «а»'),
    })
    expect(beginningOf({ ...asked, year: 2025, today: '2025-06-01' }, HIGH)).toMatchObject({
      refused: expect.stringContaining('14.03.2026'),
    })
  })
  test('after a withdrawal it may at once', () => {
    const ended = { ...HIGH, certificate: { ...HIGH.certificate, validTo: '2028-03-14', endedOn: '2026-01-20' } }
    expect(beginningOf(asked, ended)).toMatchObject({
      previous: { withdrawn: true },
      reason: expect.stringContaining('п. 30 «б»'),
    })
  })
  test('after a notice dated ahead it waits for that day, so that no two terms run together', () => {
    const ends = { ...HIGH, certificate: { ...HIGH.certificate, validTo: '2028-03-14', endedOn: '2026-02-02' } }
    expect(beginningOf(asked, ends)).toMatchObject({ refused: expect.stringContaining('прекращается 02.02.2026') })
    expect(beginningOf({ ...asked, today: '2026-02-02' }, ends)).toMatchObject({ refused: null })
  })
  test('after a middle level it takes the road map', () => {
    expect(beginningOf(asked, MIDDLE)).toMatchObject({ refused: expect.stringContaining('дорожной карты') })
    expect(beginningOf(asked, { ...MIDDLE, roadMapDone: true })).toMatchObject({
      refused: null,
      previous: { road_map_done: true, equal_repeats: 1 },
    })
    // Of special kinds 60 is high already (пункт 38).
    expect(beginningOf({ ...asked, kind: 'appeals' }, { ...MIDDLE, level: 60 })).toMatchObject({ refused: null })
  })
})

describe('where a certificate stands', () => {
  const days = { validFrom: '2026-03-15', validTo: '2029-03-14', endedOn: null }
  test.each([
    ['2026-03-14', 'coming'],
    ['2026-03-15', 'in_force'],
    ['2029-03-14', 'in_force'],
    ['2029-03-15', 'expired'],
  ] as const)('on %s it is %s', (today, standing) => {
    expect(standingOf(days, today)).toBe(standing)
  })
  test('from the day of the notice on it is ended, also past its term', () => {
    const ended = { ...days, endedOn: '2027-01-10' }
    expect(['2027-01-09', '2027-01-10', '2030-01-01'].map((day) => standingOf(ended, day))).toEqual([
      'in_force',
      'ended',
      'ended',
    ])
  })
  test('whatever its term, it is in force on its days and no others', () => {
    const anyDay = fc.integer({ min: -400, max: 1500 })
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1000 }), (offset, term) => {
        const validTo = addDays(days.validFrom, term)
        const standing = standingOf({ ...days, validTo }, addDays(days.validFrom, offset))
        expect(standing === 'in_force').toBe(offset >= 0 && offset <= term)
      }),
    )
  })
})

describe('sheets', () => {
  test('end with what their part knows', () => {
    expect(resultsOf('monitoring')).toEqual(['possible', 'impossible'])
    expect(resultsOf('reception')).toContain('not_performed')
    expect(resultsOf('laboratory')).toEqual(['А+', 'А', 'Б+', 'Б', 'В', 'Г'])
    expect([needsExplanation('А'), needsExplanation('possible'), needsExplanation('impossible')]).toEqual([
      false,
      false,
      true,
    ])
  })
  test('the reception is assessed of ordinary kinds in a list of mass services', () => {
    expect(receptionApplies('service', 'regional')).toBe(true)
    expect(receptionApplies('service', 'none')).toBe(false)
    expect(receptionApplies('oversight', 'federal')).toBe(false)
  })
  test('give the calculator its input: only the federal list shortens the term', () => {
    const results = { regulation: 'В', reception: 'В', laboratory: 'Б', monitoring: 'possible' } as const
    const about = { kind: 'service', results, notSupplied: [], issued: '2026-03-15', previous: undefined } as const
    expect(score(scoreInputOf({ ...about, mass: 'federal' }))).toMatchObject({ level: 45, valid_to: '2026-09-10' })
    expect(score(scoreInputOf({ ...about, mass: 'regional' }))).toMatchObject({ level: 45, valid_to: '2027-03-14' })
    expect(score(scoreInputOf({ ...about, mass: 'none', notSupplied: ['laboratory'] }))).toMatchObject({ level: 0 })
  })
})
