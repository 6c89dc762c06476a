import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LETTERS } from '../kinds.ts'
import { isSpecial, scoreOf } from './index.ts'
import { anyFields, type AT, at, ORDINARY, previous, scored, SPECIAL } from './score.fixture.ts'

describe('what a level gives', () => {
  test('the example of the design: 80 % after 55 %', () => {
    const given = { ...ORDINARY, mass: true, regulation: 'А+', reception: 'Б', laboratory: 'А', previous }
    expect(scored(given)).toEqual({
      level: 80,
      parts: { regulation: 30, reception: 15, laboratory: 25, monitoring: 10 },
      band: 'high',
      certificate: true,
      conclusion: false,
      valid_from: '2026-04-01',
      valid_to: '2029-03-31',
      equal_repeats: 0,
      refused: null,
      reasons: [
        'Оценка регулирования: «А+» – 0,3 балла (п. 18).',
        'Оценка личного приёма: «Б» – 0,15 балла (п. 18).',
        'Оценка лабораториями: «А» – 0,25 балла (п. 18).',
        'Мониторинг и обратная связь: возможны – 0,1 балла (п. 19, абзац третий).',
        'Уровень – сумма баллов: 80 % (п. 20).',
        'Уровень 80 % не ниже 70 % – высокий: предусмотрен сертификат (п. 22 «а»).',
        'Уровень стал высоким: сертификат на 3 года по п. 22 «а», а не на короткий срок абзаца второго п. 31.',
        'Новый срок – с истечения прежнего (п. 31): с 01.04.2026.',
        'Срок действия 3 года: по 31.03.2029 включительно (п. 29).',
      ],
    })
  })

  test.each([
    // level, mass: band, certificate, conclusion, until
    [70, true, 'high', true, false, '2029-03-14'],
    [60, true, 'middle', true, true, '2026-09-10'],
    [60, false, 'middle', true, true, '2027-03-14'],
    [40, false, 'middle', true, true, '2027-03-14'],
  ] as const)('at first, %i %%, mass %s: %s', (level, mass, band, certificate, conclusion, until) => {
    expect(scored({ ...ORDINARY, ...at(level), mass })).toMatchObject({
      level,
      band,
      certificate,
      conclusion,
      valid_from: '2026-03-15',
      valid_to: until,
      equal_repeats: 0,
    })
  })
  test.each([
    ['А+', 'В', 60, 'high', '2029-03-14'],
    ['А', 'В', 50, 'middle', '2027-03-14'],
    ['Б+', 'В', 40, 'middle', '2027-03-14'],
    ['Б', 'В', 30, 'low', null],
    ['Г', 'А+', 0, 'low', null],
  ])('of a special object, %s and %s', (regulation, laboratory, level, band, until) => {
    expect(scored({ ...SPECIAL, regulation, laboratory })).toMatchObject({ level, band, valid_to: until })
  })

  test.each([
    [{ regulation: 'Г' }, 'п. 20'],
    [{ reception: 'not_performed' }, 'п. 18, абзац второй'],
    [{ monitoring: 'impossible' }, 'п. 19, абзац четвёртый'],
    [{ not_supplied: ['laboratory'] }, 'п. 21'],
    [{ not_supplied: ['laboratory'], laboratory: undefined }, 'п. 21'],
  ])('%j: 0 %% and the conclusion alone', (given, point) => {
    const found = scored({ ...ORDINARY, ...given })
    expect(found).toMatchObject({ level: 0, band: 'low', certificate: false, conclusion: true })
    expect([found.valid_from, found.valid_to]).toEqual([null, null])
    expect(found.reasons.join()).toContain(point)
  })

  test.each([
    ['2024-02-29', false, '2025-02-28'],
    ['2026-01-01', false, '2026-12-31'],
    ['2027-03-01', false, '2028-02-29'],
    ['2024-02-29', true, '2024-08-26'],
    ['2026-07-06', true, '2027-01-01'],
  ])('a short certificate from %s, mass %s, holds until %s', (issued, mass, until) => {
    expect(scored({ ...ORDINARY, ...at(55), mass, issued }).valid_to).toBe(until)
  })
  test('three years from 29 February end on 28 February', () => {
    expect(scored({ ...ORDINARY, ...at(90), issued: '2028-02-29' }).valid_to).toBe('2031-02-28')
  })
})

describe('repetition', () => {
  const repeat = (level: keyof typeof AT, before: object) =>
    scored({ ...ORDINARY, ...at(level), previous: { ...previous, ...before } })

  test.each([
    // new, old, repeats before: certificate, conclusion, repeats now
    [90, 80, 0, true, false, 0],
    [80, 90, 0, true, false, 0],
    [70, 90, 0, true, false, 0],
    [60, 90, 0, false, true, 0],
    [40, 70, 0, false, true, 0],
    [70, 60, 0, true, false, 0],
    [60, 55, 0, true, true, 0],
    [55, 60, 0, false, true, 0],
    [40, 55, 0, false, true, 0],
    [55, 55, 0, true, true, 1],
    [55, 55, 1, false, true, 2],
    [55, 55, 4, false, true, 5],
    [60, 55, 1, true, true, 0],
    [90, 90, 0, true, false, 1],
    [90, 90, 1, false, true, 2],
    [100, 100, 0, true, false, 1],
    [100, 100, 7, true, false, 8],
  ] as const)('%i %% after %i %%, repeated %i times', (level, old, repeats, certificate, conclusion, now) => {
    const found = repeat(level, { level: old, equal_repeats: repeats })
    expect([found.certificate, found.conclusion, found.equal_repeats]).toEqual([certificate, conclusion, now])
    expect(found.valid_to === null).toBe(!certificate)
  })

  test('a level that falls and stays high says which paragraph was taken', () => {
    expect(repeat(80, { level: 90 }).reasons.join(' ')).toContain('применён абзац первый п. 31 как специальное правило')
  })
  test('to 0 %: the conclusion alone', () => {
    const found = scored({ ...ORDINARY, regulation: 'Г', previous: { ...previous, level: 90 } })
    expect([found.level, found.certificate, found.conclusion]).toEqual([0, false, true])
  })
  test.each([
    // the end before, withdrawn, issued: from
    ['2026-03-31', false, '2026-03-15', '2026-04-01'],
    ['2026-03-31', false, '2026-03-31', '2026-04-01'],
    ['2026-03-31', false, '2026-04-01', '2026-04-01'],
    ['2026-03-31', false, '2026-05-20', '2026-05-20'],
    ['2028-02-28', false, '2028-01-10', '2028-02-29'],
    ['2026-12-31', true, '2026-03-15', '2026-03-15'],
  ])('after %s, withdrawn %s, issued %s', (valid_to, withdrawn, issued, from) => {
    const before = { ...previous, valid_to, withdrawn }
    expect(scored({ ...ORDINARY, ...at(90), issued, previous: before }).valid_from).toBe(from)
  })

  test('of a middle level without its road map may not start', () => {
    const found = scoreOf({ ...ORDINARY, ...at(90), previous: { ...previous, road_map_done: false } })
    expect(found).toMatchObject({ refused: 'road_map_not_done', level: null, parts: null, band: null })
    expect(found).toMatchObject({ certificate: null, conclusion: null, valid_from: null, valid_to: null })
    expect(found).toMatchObject({ equal_repeats: null, reasons: [expect.stringContaining('п. 31, абзац второй')] })
  })
  test.each([
    ['service', 70, false],
    ['service', 65, true],
    ['internal', 60, false],
    ['internal', 50, true],
  ])('of %s at %i %% needs a road map: %s', (kind, level, needed) => {
    const given = isSpecial(kind as 'service') ? { ...SPECIAL, kind } : ORDINARY
    const found = scoreOf({ ...given, previous: { ...previous, level, road_map_done: false } })
    expect('refused' in found && found.refused === 'road_map_not_done').toBe(needed)
  })
})

const anyInput = fc
  .record({
    ...anyFields(),
    previous: fc.option(
      fc.record({
        level: fc.constantFrom(40, 50, 55, 60, 65, 70, 90, 100),
        valid_to: fc.constantFrom('2026-03-31', '2028-02-28', '2024-01-01'),
        withdrawn: fc.boolean(),
        road_map_done: fc.constant(true),
        equal_repeats: fc.nat(3),
      }),
      { nil: undefined },
    ),
  })
  .map(({ reception, monitoring, ...input }) => (isSpecial(input.kind) ? input : { ...input, reception, monitoring }))

describe('whatever is assessed', () => {
  test('papers and terms go together', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const found = scored(input)
        expect(found.certificate || found.conclusion).toBe(true)
        expect([found.valid_from === null, found.valid_to === null]).toEqual([!found.certificate, !found.certificate])
        if (found.certificate) expect(found.band).not.toBe('low')
        if (found.certificate && !found.conclusion) expect(found.band).toBe('high')
        if (found.valid_from !== null) expect(found.valid_from >= input.issued).toBe(true)
        expect(found.reasons.every((reason) => /^[А-Я0-9].*\.$/.test(reason))).toBe(true)
        expect(found.reasons.every((reason) => !reason.includes('п.') || /п\. \d+/.test(reason))).toBe(true)
      }),
    )
  })
  test('a better letter never lowers the level', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom('regulation', 'laboratory'), (input, part) => {
        const better = LETTERS[Math.max(0, LETTERS.indexOf(input[part as 'regulation']) - 1)]
        expect(scored({ ...input, [part]: better }).level).toBeGreaterThanOrEqual(scored(input).level)
      }),
    )
  })
})
