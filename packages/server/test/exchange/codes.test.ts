import { errorCodes, type Kind, kinds, samplesPerCode, structureCodes, type warningCodes } from '@otklik/model/exchange'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll, columnsOf, csv } from './checked.ts'
import { type Cells, good } from './good-rows.ts'
import { cases } from './wrong-rows.ts'

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

  /** In corpus/: they need a store, a header or a spreadsheet. */
  const elsewhere = ['excel_number', 'damaged_text', 'misspelt_column']
  test('together they are the whole list', () => {
    const all = new Set(kinds.flatMap((kind) => cases[kind].flatMap(([, codes]) => Object.keys(codes))))
    expect(errorCodes.filter((code) => !all.has(code))).toEqual(['row_width', ...elsewhere])
  })
})

const e = (id: string, status: string, at: string, time = '10:00:00'): string[] => [id, 'ЕПГУ', '', status, at, time]
type Warned = readonly [files: Record<string, string>, rows: number, samples: readonly object[]]
/** What is read otherwise than written is in corpus/. */
const warned: Readonly<Partial<Record<(typeof warningCodes)[number], Warned>>> = {
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
    [{ file: 'b.csv', row: 1, column: 'request_id', value: 'r' }],
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
  lost_zeros: [
    {
      'a.csv': csv(
        titles.requests,
        rowOf('requests', 1, { service_id: '5' }),
        rowOf('requests', 2, { service_id: '6' }),
        rowOf('requests', 3, { service_id: '06' }),
      ),
      's.csv': csv(
        titles.services,
        rowOf('services', 1, { service_id: '0005' }),
        rowOf('services', 2, { service_id: '6' }),
        rowOf('services', 3, { service_id: '006' }),
      ),
    },
    1,
    [{ file: 'a.csv', row: 1, column: 'service_id', value: '5' }],
  ],
  out_of_order: [
    { 'f.csv': csv(titles.events, e('r', '3', '01.05.2026'), e('r', '17', '02.05.2026')) },
    1,
    [{ row: 1, column: 'request_id', value: 'r' }],
  ],
  decision_conflict: [
    { 'f.csv': csv(titles.events, e('r', '3', '01.05.2026'), e('r', '4', '02.05.2026')) },
    1,
    [{ row: 2, column: 'request_id', value: 'r' }],
  ],
}

describe('every warning', () => {
  test.each(Object.entries(warned))('%s leaves the row in', async (code, [files, rows, samples]) => {
    const { receipt } = await checkAll(databases, files)
    expect(receipt.verdict).toBe('accepted')
    expect(receipt.codes[code]).toBe(rows)
    expect(receipt.totals.quarantined).toBe(0)
    expect(receipt.totals.dropped).toBe(code === 'duplicate_event' ? 1 : 0)
    expect(receipt.samples.filter((sample) => sample.code === code)).toMatchObject(samples)
  })
})

test('a wide row is sampled once for a warning, whatever many events bear it, by a column that it has', async () => {
  const header = [
    'Уникальный номер запроса',
    'service_id',
    'submission_channel',
    'region',
    'ЕПГУ.11',
    'ЕПГУ.25',
    'ЕПГУ.28',
  ]
  const submitted = ['10:00:00', '11:00:00']
  const sent = submitted.map((time) => `03.05.2026 ${time}`).join('|')
  const decided = ['01.05.2026 10:00:00', '02.05.2026 10:00:00|02.05.2026 11:00:00']
  const both = ['w', '1', 'ЕПГУ', '31', sent, ...decided]
  const before = submitted.map((time) => e('w', '17', '03.05.2026', time))
  const { receipt } = await checkAll(databases, { 'a.csv': csv(titles.events, ...before), 'b.csv': csv(header, both) })
  const sample = { file: 'b.csv', row: 1, column: 'Уникальный номер запроса', value: 'w' }
  for (const code of ['duplicate_event', 'out_of_order', 'decision_conflict']) {
    expect(receipt.codes[code]).toBe(1)
    expect(receipt.samples.filter((one) => one.code === code)).toMatchObject([sample])
  }
})

const refused: Readonly<Record<(typeof structureCodes)[number], string | Buffer>> = {
  empty_file: '',
  bad_encoding: 'request_id;\0section',
  no_known_kind: 'a;b;c\n1;2;3\n',
  missing_column: 'request_id;section;date\nr;ЕПГУ;01.05.2026\n',
  duplicate_column: 'request_id;section;status;status;date\nr;ЕПГУ;17;17;01.05.2026\n',
  mixed_kinds: 'request_id;section;status;date;rated_at;score\n',
  unclosed_quote: 'request_id;section;"status;date\nr;ЕПГУ;17;01.05.2026\n',
  too_large: Buffer.concat([Buffer.from('request_id;section;status;date\nr;ЕПГУ;17;'), Buffer.alloc(70 << 20, 'x')]),
  unsafe_archive: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]),
  bad_workbook: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('Workbook', 'utf16le')]),
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
