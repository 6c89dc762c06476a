import { items, decideEvent, findItem, findSection, sectionSpellings, statuses } from '@otklik/model/statuses'
import { isOgrn } from '@otklik/model/exchange'
import { findRegion, regionAliases, separators } from '@otklik/model/regions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll, csv } from './checked.ts'

const databases = testDatabases()
const day = '2026-06-30'
const some = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 20_261_122 })

/** What the checks in the database made of each row: its codes, or '' where it went through. */
async function verdicts(content: string): Promise<Map<number, string>> {
  const { receipt, setAside } = await checkAll(databases, { 'f.csv': content }, day)
  expect(receipt.totals.accepted + receipt.totals.quarantined + receipt.totals.dropped).toBe(receipt.totals.read)
  const found = new Map(Array.from({ length: receipt.totals.read }, (_, i) => [i + 1, '']))
  for (const { _row, _codes } of setAside) found.set(Number(_row), _codes ?? '')
  return found
}
/** The rows that came out otherwise than they should; the first few, to be read. */
const different = (rows: readonly string[][], expected: readonly string[], got: ReadonlyMap<number, string>) =>
  rows
    .map((cells, i) => ({ cells: cells.join(';'), expected: expected[i] ?? '?', got: got.get(i + 1) }))
    .filter((row) => row.expected !== row.got)
    .slice(0, 10)

describe('an event means the same to the database and to the model', () => {
  const spelledItems = [...new Set(items.map(({ item }) => item))].flatMap((item) => [
    item,
    ...(/[аб]$/.test(item)
      ? [item.toUpperCase(), item.replace('а', 'a').replace('б', 'b'), item.replace('а', 'A').replace('б', 'B')]
      : []),
  ])
  const sectionTexts = [...sectionSpellings.map(({ spelling }) => spelling), 'огв', 'Мфц', 'АБВ', '1.3']
  const itemTexts = ['', ...spelledItems, '6 а', '99', '0', '06', '6в', 'а', 'x', '3.', '-1']
  const statusTexts = [
    '',
    ...statuses.map(({ code }) => String(code)),
    '2000',
    '9999',
    '65535',
    '70000',
    '-1',
    'x',
    '1.0',
    '017',
    '1e3',
  ]
  const rows = sectionTexts
    .flatMap((section) => itemTexts.flatMap((item) => statusTexts.map((status) => [section, item, status])))
    .map(([section = '', item = '', status = ''], i) => [`r${i}`, section, item, status, '01.05.2026', '10:00:00'])
  const decided = rows.map(([, section = '', item = '', status = '']) => {
    const found = findSection(section)
    if (!found) return { code: 'unknown_section', section: '', status: 0 }
    const code = /^\d{1,4}$/.test(status) ? Number(status) : Number.NaN
    const verdict = decideEvent(found, item === '' ? null : item, status === '' ? null : code)
    return verdict.ok
      ? { code: '', section: found, status: verdict.code }
      : { code: verdict.problem, section: found, status: 0 }
  })

  test(`for ${rows.length} combinations of section, item and status`, async () => {
    const got = await verdicts(csv(['request_id', 'section', 'item', 'status', 'date', 'time'], ...rows))
    expect(
      different(
        rows,
        decided.map(({ code }) => code),
        got,
      ),
    ).toEqual([])
    const stored = await databases.clickhouse.query<{ row: number; section: string; status: number }>(
      'SELECT row, section, status FROM stage_events ORDER BY row',
    )
    const expected = decided.flatMap(({ code, section, status }, i) =>
      code === '' ? [{ row: i + 1, section, status }] : [],
    )
    expect(stored).toEqual(expected)
  })
})

/** Plain reading of ДД.ММ.ГГГГ or ДД-ММ-ГГГГ: [year, month, day], or undefined. */
function dateOf(text: string): [number, number, number] | undefined {
  const match = /^(\d{2})([.-])(\d{2})\2(\d{4})$/.exec(text)
  if (!match) return undefined
  const [d, m, y] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 0
  return d >= 1 && d <= days ? [y, m, d] : undefined
}
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text)
const two = (n: number): string => String(n).padStart(2, '0')
/** What is wrong with a date and a time, in the order of the checks; the reporting date is 30.06.2026. */
function momentProblem(date: string, time: string): string {
  const parts = dateOf(date)
  if (!parts) return 'bad_date'
  const [y, m, d] = parts
  const number = (y * 100 + m) * 100 + d
  const codes = [...(number < 20_100_000 ? ['date_too_early'] : []), ...(number > 20_260_701 ? ['date_in_future'] : [])]
  return [...(time === '' || isTime(time) ? [] : ['bad_time']), ...codes].join('|')
}
const wall = (date: string, time: string): string => {
  const [y = 0, m = 0, d = 0] = dateOf(date) ?? []
  return `${y}-${two(m)}-${two(d)} ${time || '00:00:00'}`
}

const realDate = fc
  .record({
    y: fc.oneof(fc.integer({ min: 1800, max: 9999 }), fc.integer({ min: 2008, max: 2027 })),
    m: fc.integer({ min: 0, max: 13 }),
    d: fc.integer({ min: 0, max: 32 }),
    dot: fc.constantFrom('.', '.', '-'),
  })
  .map(({ y, m, d, dot }) => `${two(d)}${dot}${two(m)}${dot}${y}`)
const fixedDates = [
  ...[
    '29.02.2024',
    '29.02.2023',
    '29.02.2100',
    '29.02.2000',
    '29-02-2024',
    '28.02.2023',
    '30.02.2024',
    '31.04.2025',
    '30.06.2026',
  ],
  ...[
    '01.07.2026',
    '02.07.2026',
    '31.12.2009',
    '01.01.2010',
    '01.01.1970',
    '31.12.1969',
    '01.01.1900',
    '31.12.1899',
    '01.01.1800',
  ],
  ...[
    '31.12.2299',
    '01.01.2300',
    '31.12.9999',
    '07.02.2106',
    '01.01.0001',
    '01.01.0000',
    '00.01.2022',
    '01.00.2022',
    '01.13.2022',
  ],
  ...[
    '1.1.2022',
    '01.01.22',
    '01.01.12022',
    '01.01-2022',
    '01-01.2022',
    '2022-01-01',
    '2022.01.01',
    '01/01/2022',
    '01012022',
    '01.01.2022x',
  ],
  ...[
    '01.01.2022 10:00',
    'x01.01.2022',
    '٠١.٠١.٢٠٢٢',
    '01 .01.2022',
    '+1.01.2022',
    '-1.01.2022',
    '01.01.-022',
    '01.01. 2022',
    '01. 1.2022',
    '%d.%m.%Y',
  ],
]
const fixedTimes = [
  ...[
    '',
    '00:00:00',
    '23:59:59',
    '24:00:00',
    '23:60:00',
    '23:59:60',
    '1:00:00',
    '10:00',
    '10:00:0',
    '10:00:000',
    '10-00-00',
    '100000',
  ],
  ...['10:00:00.5', '10:00:00Z', '-1:00:00', '+1:00:00', '10: 0:00', '١٠:٠٠:٠٠', '10:00:00 AM', 'x'],
]
const anyTime = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 61 }), fc.integer({ min: 0, max: 61 }))
    .map((parts) => parts.map(two).join(':')),
  fc.constantFrom(...fixedTimes),
)
const garbled = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(20), fc.constantFrom('', '0', ' ', '.', 'x', '-'))
    .map(([whole, at, put]) => (whole.slice(0, at) + put + whole.slice(at + 1)).trim())
const pairs: [string, string][] = [
  ...fixedDates.flatMap((date): [string, string][] => [
    [date, ''],
    [date, '12:34:56'],
  ]),
  ...fixedTimes.map((time): [string, string] => ['01.05.2026', time]),
  ...some(fc.tuple(fc.oneof(realDate, garbled(realDate)), fc.oneof(anyTime, garbled(anyTime))), 3000),
].filter(([date]) => date !== '') as [string, string][]

describe('dates and times are read as plain arithmetic reads them', () => {
  test(`in two columns, ${pairs.length} pairs`, async () => {
    const rows = pairs.map(([date, time], i) => [`r${i}`, 'ЕПГУ', '17', date, time])
    const got = await verdicts(csv(['request_id', 'section', 'status', 'date', 'time'], ...rows))
    // A time is judged apart from its date there: the two have columns of their own.
    const expected = pairs.map(([date, time]) => {
      const wrong = momentProblem(date, '')
      return [...(wrong ? [wrong] : []), ...(time === '' || isTime(time) ? [] : ['bad_time'])].join('|')
    })
    expect(different(rows, expected, got)).toEqual([])
    const stored = await databases.clickhouse.query<{ row: number; at: string; timed: boolean }>(
      'SELECT row, toString(at) AS at, time_known AS timed FROM stage_events ORDER BY row',
    )
    const read = pairs.flatMap(([date, time], i) =>
      expected[i] === '' ? [{ row: i + 1, at: wall(date, time), timed: time !== '' }] : [],
    )
    expect(stored).toEqual(read)
    expect(read.length).toBeGreaterThan(50)
  })

  test('in one cell, and in the cells of a wide row', async () => {
    const cells = [
      ...pairs.map(([date, time]) => (time === '' ? date : `${date} ${time}`)),
      '01.05.2026T10:00:00',
      '01.05.202610:00:00',
      '01.05.2026  10:00:00',
    ]
    const expected = cells.map((cell) => {
      const [, date = '', gap = '', time = ''] = /^(.{0,10})( *)(.*)$/su.exec(cell) ?? []
      return time !== '' && gap === '' ? 'bad_date' : momentProblem(date.trim(), time.trim())
    })
    const rows = cells.map((cell, i) => [`r${i}`, cell])
    expect(different(rows, expected, await verdicts(csv(['request_id', 'accepted_at'], ...rows)))).toEqual([])
    const wide = cells.map((cell, i) => [`r${i}`, '100', 'ЕПГУ', '31', ` ${cell} | `])
    expect(
      different(
        wide,
        expected,
        await verdicts(csv(['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11'], ...wide)),
      ),
    ).toEqual([])
    const [events] = await databases.clickhouse.query<{ rows: number }>('SELECT count() AS rows FROM stage_events')
    expect(events?.rows).toBe(expected.filter((codes) => codes === '').length)
  })
})

describe('cells of a request', () => {
  const header = [
    'request_id',
    'service_id',
    'submission_channel',
    'region',
    'applicant_kind',
    'applicant_hash',
    'age',
    'ogrn',
  ]
  const withCell = (column: string, values: readonly string[]) =>
    values.map((value, i) =>
      header.map((name) =>
        name === column
          ? value
          : ({ request_id: `r${i}`, service_id: '1', submission_channel: 'ЕПГУ', region: '31' }[name] ?? ''),
      ),
    )

  test('every name of a region, in changed case and spacing', async () => {
    const spaced = (alias: string, with_: string) => alias.split(' ').join(with_)
    const names = regionAliases().flatMap(({ alias }, i) => {
      const separator = separators.filter((one) => !'\n\r\t'.includes(one))[i % (separators.length - 3)] ?? '.'
      return [
        alias,
        ` ${alias.toUpperCase()} `,
        spaced(alias, `${separator} `),
        spaced(alias, ' \u00A0'),
        alias.replaceAll('е', 'ё'),
        `${alias}.`,
        `«${alias}»`,
        `${alias}x`,
      ]
    })
    const odd = ['00', '32 ', '100', '3', 'Россия', 'обл', 'Демонстрационная область', 'край', 'ё', '—', '31\t', '31\n']
    const rows = withCell('region', [...names, ...odd])
    const expected = [...names, ...odd].map((name) => (findRegion(name) ? '' : 'unknown_region'))
    expect(different(rows, expected, await verdicts(csv(header, ...rows)))).toEqual([])
    const stored = await databases.clickhouse.query<{ row: number; region: string }>(
      'SELECT row, region FROM stage_requests ORDER BY row',
    )
    const codes = [...names, ...odd].flatMap((name, i) =>
      findRegion(name) ? [{ row: i + 1, region: findRegion(name)?.code }] : [],
    )
    expect(stored).toEqual(codes)
  })

  test('ages, ОГРН and hashes', async () => {
    const ages = [
      ...Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0')),
      '5',
      '35',
      '0035',
      '-05',
      '3.5',
      'xxx',
      '٠٣٥',
    ]
    const aged = withCell('age', ages)
    const isAge = (text: string) => /^[0-9]{3}$/.test(text) && Number(text) <= 130
    expect(
      different(
        aged,
        ages.map((age) => (isAge(age) ? '' : 'bad_age')),
        await verdicts(csv(header, ...aged)),
      ),
    ).toEqual([])

    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
    const numbers = [
      '1027700132195',
      '304500116000157',
      ...some(fc.oneof(digits(13), digits(15), digits(14), digits(12), garbled(digits(13))), 2000),
    ].filter((text) => text !== '')
    const registered = withCell('ogrn', numbers)
    expect(
      different(
        registered,
        numbers.map((text) => (isOgrn(text.trim()) ? '' : 'bad_ogrn')),
        await verdicts(csv(header, ...registered)),
      ),
    ).toEqual([])

    const plain = [
      '112-233-445 95',
      '11223344595',
      '500100732259',
      '7707083893',
      '+7 (900) 123-45-67',
      '8 900 123 45 67',
      'ivan@example.org',
      'Иванов Иван',
      'Ivanov Ivan',
      'Petrov_Pyotr Ivanovich',
      'иванов',
    ]
    const bad = [
      'abc',
      '123456789',
      '0123456789abcde',
      'g'.repeat(15),
      '!'.repeat(20),
      'ab cd ef 12 34 56 78',
      'abcdefghijklmnop===',
      '=abcdefghijklmnop',
    ]
    const good = [
      '0123456789abcdef',
      'A'.repeat(64),
      'q83vEjRWeJA9PGhJ',
      'q83vEjRWeJA9PGhJaQ==',
      'q83v-jRWe_A9PGhJ',
      '1234567890123456',
      `${'9'.repeat(40)}`,
    ]
    const hashed = withCell('applicant_hash', [...plain, ...bad, ...good])
    const expected = [...plain.map(() => 'plain_identifier'), ...bad.map(() => 'bad_hash'), ...good.map(() => '')]
    expect(different(hashed, expected, await verdicts(csv(header, ...hashed)))).toEqual([])
  })
})

test('an item is found by every spelling that the header of a wide file would take', () => {
  expect(findItem('МФЦ', '6 A')?.item).toBe('6а')
})
