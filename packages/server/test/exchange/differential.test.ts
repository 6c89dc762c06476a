import { items, decideEvent, findItem, findSection, sectionSpellings, statuses } from '@otklik/model/statuses'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { csv } from './checked.ts'
import { different, garbled, some, verdicts } from './verdicts.ts'

const databases = testDatabases()
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
    const code = /^\d{1,4}$/.test(status) ? Number(status) : Number.NaN
    const verdict = decideEvent(found, item === '' ? null : item, status === '' ? null : code)
    if (found && verdict.ok) return { codes: '', section: found, status: verdict.code }
    const problems = verdict.ok ? [] : verdict.problems
    return { codes: [...(found ? [] : ['unknown_section']), ...problems].join('|'), section: '', status: 0 }
  })

  test(`for ${rows.length} combinations of section, item and status`, async () => {
    const got = await verdicts(databases, csv(['request_id', 'section', 'item', 'status', 'date', 'time'], ...rows))
    expect(
      different(
        rows,
        decided.map(({ codes }) => codes),
        got,
      ),
    ).toEqual([])
    const stored = await databases.clickhouse.query<{ row: number; section: string; status: number }>(
      'SELECT row, section, status FROM stage_events ORDER BY row',
    )
    const expected = decided.flatMap(({ codes, section, status }, i) =>
      codes === '' ? [{ row: i + 1, section, status }] : [],
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
/** By the format, with an hour of one digit, or the end of the day: the last two are read loosely. */
const isTime = (text: string): boolean => /^([01]?\d|2[0-3]):[0-5]\d:[0-5]\d$|^24:00:00$/.test(text)
const two = (n: number): string => String(n).padStart(2, '0')
/** What is wrong with a date and a time, in the order of the checks; the reporting date is 30.06.2026. */
function momentProblem(date: string, time: string): string {
  const badTime = time === '' || isTime(time) ? [] : ['bad_time']
  const parts = dateOf(date)
  // Where the date hasn't its form, nobody can tell where it ends and the time begins.
  if (!parts) return ['bad_date', ...(/^\d{2}([.-])\d{2}\1\d{4}$/.test(date) ? badTime : [])].join('|')
  const [y, m, d] = parts
  const number = (y * 100 + m) * 100 + d
  const codes = [...(number < 20_100_000 ? ['date_too_early'] : []), ...(number > 20_260_701 ? ['date_in_future'] : [])]
  return [...badTime, ...codes].join('|')
}
const wall = (date: string, time: string): string => {
  const [y = 0, m = 0, d = 0] = dateOf(date) ?? []
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return new Date(Date.UTC(y, m - 1, d, hours, minutes, seconds)).toISOString().slice(0, 19).replace('T', ' ')
}

const realDate = fc
  .record({
    y: fc.oneof(fc.integer({ min: 1800, max: 9999 }), fc.integer({ min: 2008, max: 2027 })),
    m: fc.integer({ min: 0, max: 13 }),
    d: fc.integer({ min: 0, max: 32 }),
    dot: fc.constantFrom('.', '.', '-'),
  })
  .map(({ y, m, d, dot }) => `${two(d)}${dot}${two(m)}${dot}${y}`)
const fixedDates =
  '29.02.2024|29.02.2023|29.02.2100|29.02.2000|29-02-2024|28.02.2023|30.02.2024|31.04.2025|30.06.2026|01.07.2026|02.07.2026|31.12.2009|01.01.2010|01.01.1970|31.12.1969|01.01.1900|31.12.1899|01.01.1800|31.12.2299|01.01.2300|31.12.9999|07.02.2106|01.01.0001|01.01.0000|00.01.2022|01.00.2022|01.13.2022|1.1.2022|01.01.22|01.01.12022|01.01-2022|01-01.2022|2022-01-01|2022.01.01|01/01/2022|01012022|01.01.2022x|01.01.2022 10:00|x01.01.2022|٠١.٠١.٢٠٢٢|01 .01.2022|+1.01.2022|-1.01.2022|01.01.-022|01.01. 2022|01. 1.2022|%d.%m.%Y'.split(
    '|',
  )
const fixedTimes =
  '|00:00:00|23:59:59|24:00:00|23:60:00|23:59:60|1:00:00|10:00|10:00:0|10:00:000|10-00-00|100000|10:00:00.5|10:00:00Z|-1:00:00|+1:00:00|10: 0:00|١٠:٠٠:٠٠|10:00:00 AM|x'.split(
    '|',
  )
const anyTime = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 61 }), fc.integer({ min: 0, max: 61 }))
    .map((parts) => parts.map(two).join(':')),
  fc.constantFrom(...fixedTimes),
)
const pairs: [string, string][] = [
  ...fixedDates.flatMap((date): [string, string][] => [
    [date, ''],
    [date, '12:34:56'],
  ]),
  ...fixedTimes.map((time): [string, string] => ['01.05.2026', time]),
  ...some(fc.tuple(fc.oneof(realDate, garbled(realDate)), fc.oneof(anyTime, garbled(anyTime))), 3000),
].filter(([date]) => date !== '')

describe('dates and times are read as plain arithmetic reads them', () => {
  test(`in two columns, ${pairs.length} pairs`, async () => {
    const rows = pairs.map(([date, time], i) => [`r${i}`, 'ЕПГУ', '17', date, time])
    const got = await verdicts(databases, csv(['request_id', 'section', 'status', 'date', 'time'], ...rows))
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
    expect(different(rows, expected, await verdicts(databases, csv(['request_id', 'accepted_at'], ...rows)))).toEqual(
      [],
    )
    const wide = cells.map((cell, i) => [`r${i}`, '100', 'ЕПГУ', '31', ` ${cell} | `])
    expect(
      different(
        wide,
        expected,
        await verdicts(
          databases,
          csv(['request_id', 'service_id', 'submission_channel', 'region', 'ЕПГУ.11'], ...wide),
        ),
      ),
    ).toEqual([])
    const [events] = await databases.clickhouse.query<{ rows: number }>('SELECT count() AS rows FROM stage_events')
    expect(events?.rows).toBe(expected.filter((codes) => codes === '').length)
  })
})

test('an item is found by every spelling that the header of a wide file would take', () => {
  expect(findItem('МФЦ', '6 A')?.item).toBe('6а')
})
