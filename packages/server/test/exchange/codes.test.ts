import { errorCodes, type Kind, kinds, samplesPerCode, structureCodes, warningCodes } from '@otklik/model/exchange'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll, columnsOf, csv } from './checked.ts'
import { type Cells, company, good } from './goodRows.ts'

const databases = testDatabases()
const titles: Readonly<Record<Kind, string[]>> = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    [
      ...columnsOf(kind),
      ...(kind === 'wide' ? ['ЕПГУ.11', 'ЕПГУ.13', 'ЕПГУ.99', 'ОГВ#1018', 'ОГВ#9999', 'ОГВ#1003'] : []),
    ],
  ]),
) as Record<Kind, string[]>

/** What a changed row is set aside with: code → [column, value]. */
type Case = readonly [changed: Cells, codes: Readonly<Record<string, readonly [column: string, value: string]>>]
const long = (length: number) => 'д'.repeat(length)
const requestCases: readonly Case[] = [
  [{ request_id: '' }, { required: ['request_id', ''] }],
  [{ request_id: long(201) }, { too_long: ['request_id', long(80)] }],
  [{ service_id: '' }, { required: ['service_id', ''] }],
  [{ service_id: '12a' }, { bad_number: ['service_id', '12a'] }],
  [{ service_id: '1'.repeat(37) }, { bad_number: ['service_id', '1'.repeat(37)] }],
  [{ consultation_topic: long(1001) }, { too_long: ['consultation_topic', long(80)] }],
  [{ submission_channel: '' }, { required: ['submission_channel', ''] }],
  [{ submission_channel: 'почта' }, { unknown_channel: ['submission_channel', 'почта'] }],
  [{ result_channel: 'почта' }, { unknown_channel: ['result_channel', 'почта'] }],
  [{ region: '' }, { required: ['region', ''] }],
  [{ region: 'Нигде' }, { unknown_region: ['region', 'Нигде'] }],
  [{ region: '00' }, { unknown_region: ['region', '00'] }],
  [{ applicant_kind: 'ИП' }, { bad_applicant_kind: ['applicant_kind', 'ИП'] }],
  [{ applicant_hash: '112-233-445 95' }, { plain_identifier: ['applicant_hash', '112-233-445 95'] }],
  [{ applicant_hash: 'abc' }, { bad_hash: ['applicant_hash', 'abc'] }],
  [{ gender: 'муж' }, { bad_gender: ['gender', 'муж'] }],
  [{ age: '35' }, { bad_age: ['age', '35'] }],
  [{ age: '131' }, { bad_age: ['age', '131'] }],
  [{ ogrn: '1027700132195' }, { wrong_applicant_field: ['ogrn', '1027700132195'] }],
  [{ ...company, ogrn: '1027700132194' }, { bad_ogrn: ['ogrn', '1027700132194'] }],
  [{ ...company, age: '035' }, { wrong_applicant_field: ['age', '035'] }],
  [
    { region: 'Нигде', age: 'x', service_id: '' },
    { required: ['service_id', ''], unknown_region: ['region', 'Нигде'], bad_age: ['age', 'x'] },
  ],
]
const momentCases = (column: string): Case[] => [
  [{ [column]: '31.02.2026 10:00:00' }, { bad_date: [column, '31.02.2026 10:00:00'] }],
  [{ [column]: '01.05.2026 10:00' }, { bad_time: [column, '01.05.2026 10:00'] }],
  [
    { [column]: '31.02.2026 25:00:00' },
    { bad_date: [column, '31.02.2026 25:00:00'], bad_time: [column, '31.02.2026 25:00:00'] },
  ],
  [{ [column]: '1.2.2026 10:00' }, { bad_date: [column, '1.2.2026 10:00'] }],
  [{ [column]: '02.07.2026 00:00:00' }, { date_in_future: [column, '02.07.2026 00:00:00'] }],
  [{ [column]: '31.12.2009 00:00:00' }, { date_too_early: [column, '31.12.2009 00:00:00'] }],
]
const cases: Readonly<Record<Kind, readonly Case[]>> = {
  requests: requestCases,
  wide: [
    ...requestCases,
    ...momentCases('ЕПГУ.11'),
    [{ 'ЕПГУ.13': '01.05.2026' }, { ambiguous_item: ['ЕПГУ.13', '01.05.2026'] }],
    [{ 'ЕПГУ.99': '01.05.2026' }, { unknown_item: ['ЕПГУ.99', '01.05.2026'] }],
    [{ 'ОГВ#9999': '01.05.2026' }, { unknown_status: ['ОГВ#9999', '01.05.2026'] }],
    [{ 'ОГВ#1003': '01.05.2026' }, { status_not_in_section: ['ОГВ#1003', '01.05.2026'] }],
    [{ 'ЕПГУ.11': '01.05.2026 10:00:00|x' }, { bad_date: ['ЕПГУ.11', 'x'] }],
    [
      { 'ЕПГУ.11': '02.05.2026|01.05.2026 10:00 | y' },
      { bad_date: ['ЕПГУ.11', 'y'], bad_time: ['ЕПГУ.11', '01.05.2026 10:00'] },
    ],
  ],
  events: [
    [{ request_id: '' }, { required: ['request_id', ''] }],
    [{ request_id: long(201) }, { too_long: ['request_id', long(80)] }],
    [{ section: '' }, { required: ['section', ''] }],
    [{ section: 'АБВ' }, { unknown_section: ['section', 'АБВ'] }],
    [{ status: '' }, { required: ['item', ''] }],
    [{ item: '99' }, { unknown_item: ['item', '99'] }],
    [{ status: '9999' }, { unknown_status: ['status', '9999'] }],
    [{ status: '1003' }, { status_not_in_section: ['status', '1003'] }],
    [{ item: '12' }, { status_item_mismatch: ['item', '12'] }],
    [
      { item: '99', status: '9999' },
      { unknown_item: ['item', '99'], unknown_status: ['status', '9999'] },
    ],
    [
      { item: '99', status: '1003' },
      { unknown_item: ['item', '99'], status_not_in_section: ['status', '1003'] },
    ],
    [
      { section: 'АБВ', item: '99', status: '9999' },
      { unknown_section: ['section', 'АБВ'], unknown_item: ['item', '99'], unknown_status: ['status', '9999'] },
    ],
    [{ section: 'АБВ', item: '32', status: '1003' }, { unknown_section: ['section', 'АБВ'] }],
    [{ item: '13', status: '9999' }, { unknown_status: ['status', '9999'] }],
    [{ item: '13', status: '' }, { ambiguous_item: ['item', '13'] }],
    [{ date: '' }, { required: ['date', ''] }],
    [{ date: '31.02.2026' }, { bad_date: ['date', '31.02.2026'] }],
    [{ time: '25:00:00' }, { bad_time: ['time', '25:00:00'] }],
    [{ date: '02.07.2026' }, { date_in_future: ['date', '02.07.2026'] }],
    [{ date: '31.12.2009' }, { date_too_early: ['date', '31.12.2009'] }],
  ],
  payments: [
    [{ request_id: '' }, { required: ['request_id', ''] }],
    [{ uin: long(201) }, { too_long: ['uin', long(80)] }],
    ...['uin_assigned_at', 'paid_at', 'payment_confirmed_at', 'form_error_at', 'refunded_at'].flatMap(momentCases),
  ],
  ratings: [
    [{ rated_at: '' }, { required: ['rated_at', ''] }],
    ...momentCases('rated_at'),
    [{ score: '', criteria: '' }, { required: ['score', ''] }],
    [{ score: '6' }, { bad_score: ['score', '6'] }],
    [{ score: '4,5' }, { bad_score: ['score', '4,5'] }],
    [{ criteria: 'Вежливость=0' }, { bad_score: ['criteria', 'Вежливость=0'] }],
    [{ criteria: 'Срок=5| Вежливость=6 |x' }, { bad_score: ['criteria', 'Вежливость=6'] }],
    [{ criteria: 'Вежливость' }, { bad_score: ['criteria', 'Вежливость'] }],
    [
      { criteria: Array.from({ length: 21 }, (_, i) => `к${i}=5`).join('|') },
      {
        too_long: [
          'criteria',
          Array.from({ length: 21 }, (_, i) => `к${i}=5`)
            .join('|')
            .slice(0, 80),
        ],
      },
    ],
    [{ review: long(10_001) }, { too_long: ['review', long(80)] }],
  ],
  complaints: [
    [{ accepted_at: '' }, { required: ['accepted_at', ''] }],
    ...['accepted_at', 'scheduled_at', 'upheld_at', 'rejected_at'].flatMap(momentCases),
  ],
  services: [
    [{ service_id: '' }, { required: ['service_id', ''] }],
    [{ service_id: '1 2' }, { bad_number: ['service_id', '1 2'] }],
    [{ name: '' }, { required: ['name', ''] }],
    [{ name: long(1001) }, { too_long: ['name', long(80)] }],
    [{ region: 'Нигде' }, { unknown_region: ['region', 'Нигде'] }],
    [{ kind: 'работа' }, { required: ['kind', 'работа'] }],
    [{ term_unit: 'часы' }, { required: ['term_unit', 'часы'] }],
    [{ term_days: '3651' }, { bad_number: ['term_days', '3651'] }],
    [{ term_days: '1.5' }, { bad_number: ['term_days', '1.5'] }],
    [{ fee: long(201) }, { too_long: ['fee', long(80)] }],
  ],
}
const rowOf = (kind: Kind, number: number, changed: Cells = {}): string[] => {
  const cells = { ...good[kind], ...changed }
  return titles[kind].map((title) => (cells[title] ?? '').replace('#', String(number)))
}
const counted = (all: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(all)].sort().map((code) => [code, all.filter((one) => one === code).length]))

describe('every error, alone in its row, between good rows', () => {
  test.each(kinds)('%s', async (kind) => {
    const mine = cases[kind]
    const narrow = rowOf(kind, 9_999).slice(1)
    const rows = [
      rowOf(kind, 0),
      ...mine.flatMap(([changed], i) => [rowOf(kind, 2 * i + 1, changed), rowOf(kind, 2 * i + 2)]),
      narrow,
    ]
    const { receipt, setAside, written } = await checkAll(databases, { 'f.csv': csv(titles[kind], ...rows) })
    const expected = [...mine.flatMap(([, codes]) => Object.keys(codes)), 'row_width']
    const errors = Object.fromEntries(
      Object.entries(receipt.codes).filter(([code]) => (errorCodes as readonly string[]).includes(code)),
    )
    expect(errors).toEqual(counted(expected))
    const totals = { read: rows.length, accepted: mine.length + 1, quarantined: mine.length + 1, dropped: 0 }
    expect(receipt).toMatchObject({
      verdict: 'partly',
      totals,
      files: [{ ...totals, name: 'f.csv', kind, structure: [] }],
    })
    const shown = receipt.samples.filter(
      ({ code }) => code !== 'row_width' && (errorCodes as readonly string[]).includes(code),
    )
    const told = mine.flatMap(([, codes], i) =>
      Object.entries(codes).map(([code, [column, value]]) => ({ row: 2 * i + 2, code, column, value })),
    )
    const byRow = (a: { row: number; code: string }, b: { row: number; code: string }) =>
      a.row - b.row || (a.code < b.code ? -1 : 1)
    const first = told.filter(
      ({ code }, at) => told.slice(0, at).filter((one) => one.code === code).length < samplesPerCode,
    )
    expect(shown.map(({ row, code, column, value }) => ({ row, code, column, value })).sort(byRow)).toEqual(
      first.sort(byRow),
    )
    for (const { message, file } of receipt.samples)
      expect([/^[А-ЯЁ].*\.$/.test(message), file]).toEqual([true, 'f.csv'])
    expect(setAside.map(({ _row }) => Number(_row))).toEqual([...mine.map((_, i) => 2 * i + 2), rows.length])
    expect(setAside.slice(0, -1).map(({ _codes }) => _codes?.split('|').sort())).toEqual(
      mine.map(([, codes]) => Object.keys(codes).sort()),
    )

    // Corrected by hand, with the columns about the rows still there, they are accepted.
    const corrected = csv(
      [...titles[kind], '_row', '_codes', '_messages'],
      ...mine.map((_, i) => [...rowOf(kind, 2 * i + 1), '2', 'required', 'Строка.']),
    )
    const back = await checkAll(databases, { 'back.csv': corrected })
    expect(back.receipt).toMatchObject({ verdict: 'accepted', totals: { read: mine.length, accepted: mine.length } })
    // As they were written, they are set aside again with the same codes.
    const [file = ''] = Object.values(written).map((content) => content.toString())
    const again = await checkAll(databases, { 'again.csv': file })
    expect(again.receipt.totals).toEqual({
      read: mine.length + 1,
      accepted: 0,
      quarantined: mine.length + 1,
      dropped: 0,
    })
    expect(again.receipt.codes).toEqual(errors)
  })

  test('together they are the whole list', () => {
    const all = new Set(kinds.flatMap((kind) => cases[kind].flatMap(([, codes]) => Object.keys(codes))))
    expect(errorCodes.filter((code) => !all.has(code))).toEqual(['row_width'])
  })
})

const e = (id: string, status: string, at: string, time = '10:00:00'): string[] => [id, 'ЕПГУ', '', status, at, time]
const warned: Readonly<
  Record<
    (typeof warningCodes)[number],
    readonly [files: Record<string, string>, rows: number, samples: readonly object[]]
  >
> = {
  unknown_column: [
    { 'f.csv': csv([...titles.events, 'Цвет', 'Вес'], [...e('r', '17', '01.05.2026'), '', '']) },
    2,
    [
      { row: 0, column: 'Цвет' },
      { row: 0, column: 'Вес' },
    ],
  ],
  no_time: [
    { 'f.csv': csv(titles.events, e('r', '17', '01.05.2026', ''), e('r', '1', '01.05.2026')) },
    1,
    [{ row: 1, column: 'time' }],
  ],
  duplicate_event: [
    {
      'a.csv': csv(titles.events, e('r', '17', '01.05.2026'), e('r', '17', '01.05.2026', '10:00:01')),
      'b.csv': csv(titles.events, e('r', '17', '01-05-2026')),
    },
    1,
    [{ file: 'b.csv', row: 1 }],
  ],
  unknown_request: [
    {
      'f.csv': csv(titles.complaints, rowOf('complaints', 1), rowOf('complaints', 2)),
      'r.csv': csv(titles.requests, rowOf('requests', 1)),
    },
    1,
    [{ file: 'f.csv', row: 2, column: 'request_id', value: 'r2' }],
  ],
  unknown_service: [
    {
      'a.csv': csv(titles.requests, rowOf('requests', 1), rowOf('requests', 2, { service_id: '5' })),
      's.csv': csv(titles.services, rowOf('services', 1, { service_id: '5' })),
    },
    1,
    [{ file: 'a.csv', row: 1, column: 'service_id', value: '-10000000398' }],
  ],
  out_of_order: [
    { 'f.csv': csv(titles.events, e('r', '3', '01.05.2026'), e('r', '17', '02.05.2026')) },
    1,
    [{ row: 1 }],
  ],
  decision_conflict: [
    { 'f.csv': csv(titles.events, e('r', '3', '01.05.2026'), e('r', '4', '02.05.2026')) },
    1,
    [{ row: 2 }],
  ],
}

describe('every warning', () => {
  test.each(warningCodes)('%s leaves the row in', async (code) => {
    const [files, rows, samples] = warned[code]
    const { receipt } = await checkAll(databases, files)
    expect(receipt.verdict).toBe('accepted')
    expect(receipt.codes[code]).toBe(rows)
    expect(receipt.totals.quarantined).toBe(0)
    expect(receipt.totals.dropped).toBe(code === 'duplicate_event' ? 1 : 0)
    expect(receipt.samples.filter((sample) => sample.code === code)).toMatchObject(samples)
  })
})

const refused: Readonly<Record<(typeof structureCodes)[number], string | Buffer>> = {
  empty_file: '',
  bad_encoding: Buffer.from('\uFEFFrequest_id;section', 'utf16le'),
  no_known_kind: 'a;b;c\n1;2;3\n',
  missing_column: 'request_id;section;date\nr;ЕПГУ;01.05.2026\n',
  duplicate_column: 'request_id;section;status;status;date\nr;ЕПГУ;17;17;01.05.2026\n',
  unclosed_quote: 'request_id;section;status;date\nr;ЕПГУ;17;01.05.2026\nr;ЕПГУ;17;"01.05.2026\n',
  too_large: Buffer.concat([Buffer.from('request_id;section;status;date\nr;ЕПГУ;17;'), Buffer.alloc(70 << 20, 'x')]),
  unsafe_archive: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
}

describe('every refusal', () => {
  test.each(structureCodes)('%s', async (code) => {
    const { receipt } = await checkAll(databases, { 'f.csv': refused[code] })
    expect(receipt.verdict).toBe('refused')
    expect(receipt.files).toMatchObject([{ structure: [code], read: 0, accepted: 0, quarantined: 0, dropped: 0 }])
    expect(receipt.files[0]?.explanations[0]).toMatch(/^[А-ЯЁ].*\.$/)
    expect(receipt).toMatchObject({ totals: { read: 0 }, codes: {}, samples: [] })
  })
})
