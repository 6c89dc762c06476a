import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as model from './index.ts'
import { decideEvent, findItem, findSection, itemOf, items, sections, statuses, statusOf, statusRows } from './index.ts'

/** Appendix 8 typed in by hand, independently of the table: code and items in ОГВ, МФЦ, ЕПГУ, ВИС. */
const appendix8 = `
1006 - 6 - 6|1016 16 19 31 27|1020 13 - 21 15|39 - 10 - -|1014 19 16 26 22|1015 20 17 27 23|1003 - 4 - -|1004 - 5 - -
1001 1 1 1 1|1002 2 2 2 2|15 - - 22 -|1008 - 8 - -|1010 9 12 - 16|17 - 18 11 8|33 17 - 32 28|1018 3 - - -|14 12 11 20 14
4 15 - 28 24|1013 - 15 - -|1011 10 13 - 17|1019 5 - - -|11 - - 18 -|82 - - 9 -|1023 - - 19 13|83 - - 10 -|1022 - - 3 3
5 - - 12 9|22 - - 13 -|24 - - 13 -|1012 11 14 - 18|32 - - 8 -|10 8 - 17 -|1009 - 9 - -|1021 18 - 23 19|2 4 - 14 10
1007 - 7 - -|7 - - 24 20|6 7 - 16 12|1 6 - 15 11|81 - - 7 -|26 - 3 4 4|25 - - 5 5|41 - - 30 26|3 14 - 25 21|40 - - 29 25
0 - - 6 7|1017 3 - - -|1005 - 6 - 6`
  .trim()
  .split(/[|\n]/)
  .map((line) => line.split(' '))

describe('the status model against appendices 3 and 8', () => {
  it('has 48 codes of appendix 8 and 30', () => {
    expect(appendix8).toHaveLength(48)
    expect(statuses.filter((status) => !status.outsideAppendix)).toHaveLength(48)
    expect(statuses.filter((status) => status.outsideAppendix).map((status) => status.code)).toEqual([30])
    expect(new Set(statuses.map((status) => status.code)).size).toBe(49)
    expect(new Set(statuses.map((status) => status.label)).size).toBe(49)
  })

  it('agrees with every cell of appendix 8, letters apart', () => {
    const expected = appendix8.map(([code, ...cells]) => [
      Number(code),
      ...cells.map((cell) => (cell === '-' ? null : cell)),
    ])
    const actual = statuses
      .filter((status) => !status.outsideAppendix)
      .map((status) => [status.code, ...sections.map((section) => status.items[section]?.replace(/[аб]/, '') ?? null)])
    const byCode = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0])
    expect(actual.toSorted(byCode)).toEqual(expected.toSorted(byCode))
  })

  it('covers all 99 items: 20, 19, 32 and 28', () => {
    const plain = items.filter(({ item }) => /^\d+$/.test(item))
    expect(sections.map((section) => plain.filter((item) => item.section === section).length)).toEqual([20, 19, 32, 28])
    for (const section of sections) {
      const numbers = plain.filter((item) => item.section === section).map(({ item }) => Number(item))
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
    expect(items.filter(({ codes }) => codes.length === 0)).toEqual([])
    expect(plain.filter(({ codes }) => codes.length > 1).map(({ section, item }) => section + item)).toEqual([
      'ОГВ3',
      'МФЦ6',
      'ЕПГУ13',
      'ВИС6',
    ])
  })

  it('describes items with the slips of the source corrected', () => {
    expect(findItem('ОГВ', '18')?.text).toBe('Дата и время направления заявителю приглашения на прием в ведомство')
    expect(findItem('МФЦ', '2')?.text).toBe('Дата и время, выбранные заявителем из слота')
    expect(findItem('ЕПГУ', '25')?.text).toBe('Дата и время оказания услуги (принятия положительного решения)')
    expect(findItem('МФЦ', '10')).toMatchObject({
      stage: 'Выдача результата',
      text: 'Дата и время выдачи результата оказания услуги',
    })
    expect(findItem('ВИС', '6б')?.text).toBe('Дата и время фиксации неявки заявителя')
  })

  it('keeps the source titles beside the corrected ones', () => {
    const corrected = statuses.filter((status) => status.sourceTitle !== status.name)
    expect(corrected.map((status) => [status.code, status.sourceTitle, status.name])).toEqual([
      [4, 'Оказ', 'Отказ'],
      [25, 'Уведомления о записи на прием в ОГВ', 'Уведомление о записи на прием в ОГВ'],
      [26, 'Уведомления о записи на прием в МФЦ', 'Уведомление о записи на прием в МФЦ'],
      [1006, 'Анулирование талона', 'Аннулирование талона'],
      [1013, 'Окончен приме в МФЦ', 'Окончен прием в МФЦ'],
    ])
  })
})

describe('what an item and a status say of each other', () => {
  it.each([
    ['МФЦ', '10', { kind: 'resolved', code: 39 }],
    ['ОГВ', '3', { kind: 'ambiguous', codes: [1017, 1018] }],
    ['ЕПГУ', '13', { kind: 'ambiguous', codes: [22, 24] }],
    ['МФЦ', '6', { kind: 'ambiguous', codes: [1005, 1006] }],
    ['МФЦ', '6а', { kind: 'resolved', code: 1005 }],
    ['МФЦ', '6b', { kind: 'resolved', code: 1006 }],
    ['ВИС', '6a', { kind: 'resolved', code: 1005 }],
    ['ВИС', ' 6Б ', { kind: 'resolved', code: 1006 }],
    ['ОГВ', '3а', { kind: 'unknown_item' }],
    ['МФЦ', '20', { kind: 'unknown_item' }],
    ['МФЦ', '', { kind: 'unknown_item' }],
  ] as const)('%s %s', (section, item, expected) => expect(statusOf(section, item)).toEqual(expected))

  it.each([
    ['ОГВ', '3', 1018, { ok: true, code: 1018, item: '3' }],
    ['ЕПГУ', '13', 24, { ok: true, code: 24, item: '13' }],
    ['МФЦ', '6', 1006, { ok: true, code: 1006, item: '6б' }],
    ['МФЦ', '6а', 1006, { ok: false, problems: ['status_item_mismatch'] }],
    ['ОГВ', '3', null, { ok: false, problems: ['ambiguous_item'] }],
    ['ОГВ', '99', 3, { ok: false, problems: ['unknown_item'] }],
    ['ОГВ', null, 39, { ok: false, problems: ['status_not_in_section'] }],
    ['ОГВ', '14', 4, { ok: false, problems: ['status_item_mismatch'] }],
    ['ОГВ', null, 777, { ok: false, problems: ['unknown_status'] }],
    ['ОГВ', null, null, { ok: false, problems: ['required'] }],
    ['ЕПГУ', null, 30, { ok: true, code: 30, item: '' }],
    ['ЕПГУ', '13', 30, { ok: false, problems: ['status_item_mismatch'] }],
    ['ОГВ', null, 30, { ok: true, code: 30, item: '' }],
    ['МФЦ', null, 30, { ok: true, code: 30, item: '' }],
    ['ВИС', null, 30, { ok: true, code: 30, item: '' }],
    ['ОГВ', '99', 777, { ok: false, problems: ['unknown_item', 'unknown_status'] }],
    ['ОГВ', '99', 39, { ok: false, problems: ['unknown_item', 'status_not_in_section'] }],
    ['ОГВ', '3', 777, { ok: false, problems: ['unknown_status'] }],
    ['ОГВ', '14', 39, { ok: false, problems: ['status_not_in_section'] }],
    [undefined, '99', 777, { ok: false, problems: ['unknown_item', 'unknown_status'] }],
    [undefined, null, null, { ok: false, problems: ['required'] }],
    [undefined, '32', 39, { ok: false, problems: [] }],
    [undefined, '6', null, { ok: false, problems: [] }],
  ] as const)('decides %s, item %s, status %s', (section, item, code, expected) =>
    expect(decideEvent(section, item, code)).toEqual(expected),
  )

  it('goes from a status to its item and back', () => {
    const placed = statuses.flatMap((status) =>
      sections.flatMap((section) => (status.items[section] ? [{ section, status }] : [])),
    )
    fc.assert(
      fc.property(fc.constantFrom(...placed), ({ section, status }) => {
        const item = itemOf(section, status.code) ?? ''
        expect(decideEvent(section, item, status.code)).toEqual({ ok: true, code: status.code, item })
        expect(findItem(section, item)?.codes).toContain(status.code)
      }),
    )
  })

  it('never accepts what the tables do not hold', () => {
    const anything = fc.record({
      section: fc.constantFrom(...sections),
      item: fc.option(fc.string()),
      code: fc.option(fc.integer({ min: -5, max: 1100 })),
    })
    fc.assert(
      fc.property(anything, ({ section, item, code }) => {
        const decided = decideEvent(section, item, code)
        if (decided.ok) expect(model.statusInSection(section, decided.code)).toBe(true)
      }),
    )
  })
})

describe('around the table', () => {
  it('prints the JSON of the command line', () => {
    const rows = statusRows()
    expect(JSON.stringify(rows.find((row) => row.code === 39))).toBe(
      '{"code":39,"name":"Выдан результат МФЦ","items":{"ОГВ":null,"МФЦ":"10","ЕПГУ":null,"ВИС":null}}',
    )
    expect(rows.find((row) => row.code === 1006)?.items).toEqual({ ОГВ: null, МФЦ: '6б', ЕПГУ: null, ВИС: '6б' })
    expect(rows.find((row) => row.code === 1018)?.items.ОГВ).toBe('3')
    expect(rows.map((row) => row.code)).toEqual(rows.map((row) => row.code).toSorted((a, b) => a - b))
  })

  it('reads sections by name and number', () => {
    expect(['ОГВ', ' мфц', 'РПГУ', 'РГПУ', '2.2', 'ЕПГУ', 'ГАС'].map(findSection)).toEqual([
      'ОГВ',
      'МФЦ',
      'ЕПГУ',
      'ЕПГУ',
      'ВИС',
      'ЕПГУ',
      undefined,
    ])
  })

  it('counts only known codes in its sets', () => {
    const used = [
      ...model.decided,
      ...model.submitted,
      ...model.inError,
      ...model.suspended,
      model.resumed,
      ...model.visits,
    ]
    expect(used.filter((code) => !model.findStatus(code))).toEqual([])
    expect(model.submitted).toEqual(expect.arrayContaining([...model.inError]))
  })
})
