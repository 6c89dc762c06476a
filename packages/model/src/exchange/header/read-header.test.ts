import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSection, items, statuses, statusInSection, statusOf } from '../../statuses/index.ts'
import { kindRules, kinds } from '../columns.ts'
import { eventColumn, readHeader, setAsideColumns } from './index.ts'

const plain = kinds.filter((kind) => kind !== 'wide')
const canonical = (kind: (typeof kinds)[number]): string[] => kindRules[kind].columns.map(({ name }) => name)
const layoutOf = (titles: readonly string[]) => {
  const verdict = readHeader(titles)
  if (!verdict.ok) throw new Error(`${verdict.code}: ${verdict.columns.join(', ')}`)
  return verdict.layout
}
/** Every way a title may be written without changing what it names. */
const spelled = (title: string) =>
  fc
    .record({
      letters: fc.array(fc.boolean(), { minLength: title.length, maxLength: title.length }),
      before: fc.constantFrom('', ' ', '\uFEFF', '\uFEFF ', '\u00A0', '\t'),
      after: fc.constantFrom('', ' ', '\u00A0'),
    })
    .map(({ letters, before, after }) => {
      const cased = [...title].map((char, i) => (letters[i] ? char.toUpperCase() : char.toLowerCase())).join('')
      return before + cased + after
    })

describe('the kind of a file', () => {
  test.each(plain)('%s is known by its canonical columns', (kind) => {
    const layout = layoutOf(canonical(kind))
    expect(layout.kind).toBe(kind)
    expect([...layout.positions.keys()]).toEqual(canonical(kind))
    expect(layout).toMatchObject({ width: canonical(kind).length, events: [], unknown: [] })
  })

  test.each(plain)('%s is known by its Russian columns, in any order, case and spaces', (kind) => {
    const title = ({ name, aliases }: (typeof kindRules)[typeof kind]['columns'][number]) =>
      fc
        .constantFrom(name, ...aliases)
        .chain(spelled)
        .map((text) => ({ name, text }))
    const header = fc
      .tuple(...kindRules[kind].columns.map(title))
      .chain((titles) => fc.shuffledSubarray(titles, { minLength: titles.length, maxLength: titles.length }))
    fc.assert(
      fc.property(header, (titles) => {
        const layout = layoutOf(titles.map(({ text }) => text))
        expect(layout.kind).toBe(kind)
        expect([...layout.positions]).toEqual(titles.map(({ name }, position) => [name, position]))
      }),
      { numRuns: 60 },
    )
  })

  test.each(plain)('%s needs no more than its required columns', (kind) => {
    const required = kindRules[kind].columns.filter((column) => column.required).map(({ name }) => name)
    const least = kind === 'events' ? [...required, 'status'] : kind === 'payments' ? [...required, 'uin'] : required
    expect(layoutOf(least).kind).toBe(kind)
  })

  test('a rating may have criteria and no score', () => {
    expect(layoutOf(['request_id', 'rated_at', 'criteria']).kind).toBe('ratings')
    expect(readHeader(['request_id', 'rated_at', 'review'])).toMatchObject({
      code: 'missing_column',
      columns: ['score'],
    })
  })

  test('is wide as soon as one event column stands there', () => {
    const titles = ['request_id', 'service_id', 'submission_channel', 'region']
    expect(layoutOf(titles).kind).toBe('requests')
    expect(layoutOf([...titles, 'МФЦ.6A'])).toMatchObject({ kind: 'wide', events: [{ position: 4 }] })
  })

  test.each([
    ['ratings', 'request_id;rated_at;score;office;submission_channel;gender'],
    ['events', 'request_id;section;item;status;date;time;submission_channel;office;applicant_kind;gender;age'],
    ['events', 'request_id;section;status;date;time;МФЦ.примечание'],
    ['payments', 'request_id;uin;office;gender;age'],
  ] as const)('is %s, whatever else stands in the header: %s', (kind, header) => {
    expect(layoutOf(header.split(';'))).toMatchObject({ kind, unknown: expect.arrayContaining([expect.anything()]) })
  })

  test.each([
    ['requests', 'region', 'request_id;service_id;submission_channel;name'],
    ['requests', 'region', 'request_id;service_id;submission_channel;office;uin;paid_at'],
    ['events', 'date', 'request_id;section;status;time;uin'],
    ['wide', 'region', 'request_id;service_id;submission_channel;ЕПГУ.11;rated_at;score'],
    ['requests', 'service_id', 'request_id;submission_channel;office;gender;name'],
  ])('is %s that lacks %s, not another kind by chance: %s', (kind, column, header) => {
    const found = readHeader(header.split(';'))
    expect(found).toMatchObject({ ok: false, code: 'missing_column', kind })
    expect(found.ok ? [] : found.columns).toContain(column)
  })

  test.each([
    [[]],
    [['']],
    [['a', 'b', 'c']],
    [['1', '2022-12-15', 'да']],
    [['request_id']],
    [['_row', '_codes', '_messages']],
  ])('%j is no known kind', (titles) => {
    expect(readHeader(titles)).toEqual({ ok: false, code: 'no_known_kind', kind: null, columns: [] })
  })
})

describe('event columns', () => {
  test.each([
    ['ЕПГУ.11', 'ЕПГУ', 17],
    ['РПГУ.11', 'ЕПГУ', 17],
    ['РГПУ.11', 'ЕПГУ', 17],
    ['2.1.11', undefined, undefined],
    ['МФЦ.6A', 'МФЦ', 1005],
    ['мфц.6а', 'МФЦ', 1005],
    ['МФЦ.6b', 'МФЦ', 1006],
    ['ВИС.6Б', 'ВИС', 1006],
    ['МФЦ.6', 'МФЦ', 'ambiguous_item'],
    ['ЕПГУ.13', 'ЕПГУ', 'ambiguous_item'],
    ['ЕПГУ#22', 'ЕПГУ', 22],
    ['ОГВ#1018', 'ОГВ', 1018],
    ['ОГВ # 1018', 'ОГВ', 1018],
    ['ОГВ#30', 'ОГВ', 30],
    ['ОГВ#1003', 'ОГВ', 'status_not_in_section'],
    ['ОГВ#9999', 'ОГВ', 'unknown_status'],
    ['ОГВ#', undefined, undefined],
    ['ОГВ#12345', 'ОГВ', 'unknown_status'],
    ['ОГВ.99', 'ОГВ', 'unknown_item'],
    ['\uFEFFОГВ.6', 'ОГВ', 1],
    ['АБВ.6', undefined, undefined],
    ['region.1', undefined, undefined],
  ])('%s', (title, section, status) => {
    expect(eventColumn(title)).toEqual(section && { title: title.replace('\uFEFF', '').trim(), section, status })
  })

  test('every item and every status of every section has a column of its own', () => {
    for (const { section, item } of items) {
      const found = statusOf(section, item)
      expect(eventColumn(`${section}.${item}`)?.status).toBe(found.kind === 'resolved' ? found.code : 'ambiguous_item')
    }
    for (const section of ['ОГВ', 'МФЦ', 'ЕПГУ', 'ВИС'] as const)
      for (const { code } of statuses)
        expect(eventColumn(`${section}#${code}`)?.status).toBe(
          statusInSection(section, code) ? code : 'status_not_in_section',
        )
  })

  test('never throws, and knows a section only by its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const column = eventColumn(title)
        if (column) expect(findSection(title.split(/[.#]/)[0] ?? '')).toBe(column.section)
      }),
    )
  })
})

describe('what a header is refused for', () => {
  const requests = ['request_id', 'service_id', 'submission_channel', 'region']

  test('missing columns, all of them', () => {
    expect(readHeader(['request_id', 'submission_channel'])).toEqual({
      ok: false,
      code: 'missing_column',
      kind: 'requests',
      columns: ['service_id', 'region'],
    })
    expect(readHeader(['request_id', 'section', 'date'])).toMatchObject({ code: 'missing_column', columns: ['item'] })
    expect(readHeader(['ЕПГУ.11'])).toMatchObject({ code: 'missing_column', kind: 'wide', columns: requests })
  })

  test('a column named twice, also once in English and once in Russian', () => {
    const twice = { ok: false, code: 'duplicate_column', kind: 'requests' }
    expect(readHeader([...requests, 'REGION '])).toEqual({ ...twice, columns: ['region'] })
    expect(readHeader([...requests, 'Субъект Российской Федерации'])).toEqual({ ...twice, columns: ['region'] })
    expect(readHeader([...requests, 'ЕПГУ.11', 'епгу.11'])).toMatchObject({
      code: 'duplicate_column',
      columns: ['епгу.11'],
    })
  })

  test('two columns of one event under different names are not one column', () => {
    expect(layoutOf([...requests, 'ЕПГУ.11', 'РПГУ.11', 'ЕПГУ#17']).events).toHaveLength(3)
  })
})

test('columns nobody knows are told, those of set-aside files are not', () => {
  const layout = layoutOf(['request_id', 'Цвет', 'section', 'status', 'date', 'Цвет', ...setAsideColumns, ' _ROW '])
  expect(layout.unknown).toEqual([
    { position: 1, title: 'Цвет' },
    { position: 5, title: 'Цвет' },
  ])
  expect(layout.width).toBe(10)
})

describe('a title that looks like a known one', () => {
  const events = ['Уникальный номер запроса', 'Раздел', 'Код статуса', 'Дата', 'Время']
  const withTitle = (at: number, title: string) => events.map((known, i) => (i === at ? title : known))

  test.each([
    ['a Latin letter', 3, 'Дaта', 'date', 'Дата'],
    ['a soft hyphen', 2, 'Код ста\u00ADтуса', 'status', 'Код статуса'],
    ['a letter of two signs', 0, 'Уникальный номер запроса'.normalize('NFD'), 'request_id', 'Уникальный номер запроса'],
    ['a zero-width space', 1, 'Раз\u200Bдел', 'section', 'Раздел'],
    ['a slip', 0, 'Уникальный номер запроас', 'request_id', 'Уникальный номер запроса'],
    ['other signs between its words', 0, 'request id', 'request_id', 'request_id'],
    ['a Russian letter', 3, 'dаte', 'date', 'date'],
  ])('with %s, of a column that must be there', (_, at, title, name, meant) => {
    const verdict = readHeader(withTitle(at, title))
    expect(verdict).toMatchObject({ code: 'missing_column', near: [{ name, meant, title, position: at }] })
  })

  test('of a column that may be missing, is no unknown column', () => {
    const layout = layoutOf([...events, 'Пунктт', 'Пункты'])
    expect(layout).toMatchObject({ unknown: [], misspelt: [{ name: 'item', position: 5 }, { position: 6 }] })
    expect(layoutOf(['request_id', 'Раздел', 'Пункт', 'Код статус', 'Дата']).misspelt).toMatchObject([
      { title: 'Код статус', meant: 'Код статуса' },
    ])
  })

  test('of an event of a wide file', () => {
    const requests = ['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11']
    expect(layoutOf([...requests, 'EПГУ.16', 'MФЦ.6a', 'ЕПУГ#17']).misspelt).toMatchObject([
      { meant: 'ЕПГУ.16' },
      { meant: 'МФЦ.6a' },
      { meant: 'ЕПГУ#17' },
    ])
  })

  test.each(['page', 'Вид', 'Заметка', 'ЕПГУ', 'Регион', 'Дата и время'])('%s is another', (title) => {
    expect(layoutOf([...events, title])).toMatchObject({ misspelt: [], unknown: [{ title }] })
  })

  test('a column that is there already is not meant a second time', () => {
    expect(layoutOf([...events, 'Код статус'])).toMatchObject({ misspelt: [], unknown: [{ title: 'Код статус' }] })
  })
})

describe('columns of several kinds in one header', () => {
  const requests = ['request_id', 'service_id', 'submission_channel', 'region']

  test('are refused where another kind is there with all it needs', () => {
    expect(readHeader([...requests, 'section', 'status', 'date', 'time', 'score', 'review'])).toMatchObject({
      code: 'mixed_kinds',
      kind: 'events',
      besides: ['requests'],
      columns: ['service_id', 'submission_channel', 'region', 'score', 'review'],
    })
    expect(readHeader([...requests, 'rated_at', 'score'])).toMatchObject({ code: 'mixed_kinds' })
    expect(readHeader([...requests, 'ЕПГУ.11', 'rated_at', 'score'])).toMatchObject({ besides: ['ratings'] })
    expect(readHeader([...requests, 'uin', 'paid_at'])).toMatchObject({ kind: 'payments', besides: ['requests'] })
  })

  test('else the few are told with their kind', () => {
    expect(layoutOf(['request_id', 'rated_at', 'score', 'gender']).unknown).toMatchObject([
      { title: 'gender', of: 'requests' },
    ])
    expect(layoutOf([...requests, 'Наименование услуги']).unknown).toMatchObject([{ of: 'services' }])
  })
})
