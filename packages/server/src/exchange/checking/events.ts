import {
  decideEvent,
  findItem,
  items,
  sectionSpellings,
  sections,
  statuses,
  statusInSection,
} from '@otklik/model/statuses'
import { earliestYear } from '@otklik/model/exchange'
import type { Check, Compiled, Context, Step } from './check.ts'
import { array, lookup } from './literals.ts'
import { dayNumber, dayStart, momentChecks, momentOf, writtenDate, timeSeconds } from './moments.ts'

/** What stands for a status that is none; for one that the row does not name, or can't be told from its item. */
const meaningless = 65_535
const untold = 60_001
/** Places for the items of a section, and bits for the statuses: the last stand for what is unknown and for no status. */
const places = 64
const unknown = places - 1
const absent = unknown - 1

const spellings = [...new Set(items.map(({ item }) => item))]
const indexOfItem = new Map(spellings.map((item, index) => [item, index + 1]))
const lettersOf: Readonly<Record<string, readonly string[]>> = { а: ['а', 'А', 'a', 'A'], б: ['б', 'Б', 'b', 'B'] }
/** Cyrillic and Latin letters in either case. */
const variants = (item: string): string[] => {
  const letters = lettersOf[item.slice(-1)]
  return letters ? letters.map((letter) => item.slice(0, -1) + letter) : [item]
}
/** As `normaliseItem` in the model does. */
const withoutSpaces = (item: string): string => `replaceAll(replaceAll(${item}, ' ', ''), '\u00A0', '')`
const itemPairs = spellings.flatMap((item) => variants(item).map((text) => [text, indexOfItem.get(item) ?? 0] as const))
const sectionPairs = sectionSpellings.map(({ spelling, section }) => [spelling, sections.indexOf(section) + 1] as const)

if (statuses.length > absent || spellings.length >= unknown) throw new Error('too many statuses for bits of one number')

/** A set of statuses as the bits of a number, by their place in the table; for no status at all there is a bit too. */
const bitsOf = (test: (status: number | null) => boolean): bigint =>
  [...statuses.map(({ code }, bit) => [code, bit] as const), [null, absent] as const].reduce(
    (bits, [code, bit]) => (test(code) ? bits | (1n << BigInt(bit)) : bits),
    0n,
  )

/** Sections by their number; 0 is none. */
const numbered = [undefined, ...sections]
/** What `of` says of each item of each section, at `section * places + item`; item 0 is none, the last an unknown one. */
const byPlace = <T>(of: (section: (typeof numbered)[number], item: string | null) => T): T[] =>
  numbered.flatMap((section) =>
    Array.from({ length: places }, (_, item) => of(section, item === 0 ? null : (spellings[item - 1] ?? '?'))),
  )
const codesOf = (section: (typeof numbered)[number], item: string | null): readonly number[] =>
  (section && item !== null && findItem(section, item)?.codes) || []

/** Statuses that an event may have besides this item: what the model decides, once for all of a file's rows. */
const allowed = byPlace((section, item) => bitsOf((code) => decideEvent(section, item, code).ok))
/** The status that an item stands for by itself. */
const meanings = byPlace((section, item) => codesOf(section, item)[0] ?? untold)
/** Whether an item is one of its section; of no section nothing can be said but what holds in all. */
const known = byPlace((section, item) =>
  item === null || (section ? codesOf(section, item).length > 0 : item !== '?') ? 1 : 0,
)
const ambiguous = byPlace((section, item) => (codesOf(section, item).length > 1 ? 1 : 0))
const own = numbered.map((section) => bitsOf((code) => code !== null && (!section || statusInSection(section, code))))
/** No status disagrees with an item that isn't there, or isn't one of the section: that is another problem. */
const agreeing = byPlace((section, item) => {
  const codes = codesOf(section, item)
  return bitsOf((code) => code !== null && (codes.length === 0 || codes.includes(code)))
})

const codes = [...statuses.map(({ code }) => code), untold].join(',')
const bits = [...statuses.map((_, bit) => bit), absent].join(',')
/** SQL of an element, counted from 0. */
const elementOf = (list: readonly (number | bigint)[], index: string): string => `[${list.join(',')}][${index} + 1]`

/** A status as it is written: digits, nothing, or something else. Each is a function of one text, so of its few values. */
const written = (status: string): string => `replaceRegexpOne(${status}, '(?s)^(.*[^0-9].*|[0-9]{5,})$', '?')`
const statusNumber = (status: string): string =>
  `toUInt16OrDefault(replaceRegexpOne(${written(status)}, '^$', '${untold}'), toUInt16(${meaningless}))`

/** Steps that turn section, item and status into numbers: a section of 0 is unknown, the rest as the tables above have it. */
const eventSteps = (section: string, item: string, status: string): Step[][] => [
  [
    ['event_section', `toUInt8(${lookup(`upperUTF8(${section})`, sectionPairs, 0)})`],
    ['event_item', `toUInt8(${lookup(withoutSpaces(item), [['', 0], ...itemPairs], unknown)})`],
    ['event_status', statusNumber(status)],
  ],
  [
    ['event_place', `toUInt16(event_section) * ${places} + event_item`],
    ['event_bit', `transform(event_status, [${codes}], [${bits}], ${unknown})`],
  ],
]
/** Further steps, for those rows alone whose problems are told. */
const problemSteps: Step[][] = [
  [
    ['event_given', `event_status != ${untold}`],
    ['event_known', `event_bit < ${absent}`],
    ['event_item_known', elementOf(known, 'event_place')],
    ['event_ambiguous', elementOf(ambiguous, 'event_place')],
    ['event_own', `bitTest(${elementOf(own, 'event_section')}, event_bit)`],
    ['event_agrees', `bitTest(${elementOf(agreeing, 'event_place')}, event_bit)`],
  ],
]

/** What `decideEvent` in the model finds wrong, in its order; a row may have several. */
const problems: readonly Check[] = [
  { code: 'required', column: 'item', when: 'event_item = 0 AND NOT event_given' },
  { code: 'unknown_item', column: 'item', when: 'NOT event_item_known' },
  { code: 'unknown_status', column: 'status', when: 'event_given AND NOT event_known' },
  { code: 'status_not_in_section', column: 'status', when: 'event_known AND NOT event_own' },
  { code: 'status_item_mismatch', column: 'item', when: 'event_own AND NOT event_agrees' },
  { code: 'ambiguous_item', column: 'item', when: 'event_ambiguous AND NOT event_given' },
]
/** Whether there is anything to tell of a row: the same as all of its checks together. */
const wrong = [
  'event_section = 0',
  `NOT bitTest(${elementOf(allowed, 'event_place')}, event_bit)`,
  `event_day < ${earliestYear}0000`,
  'event_day > last_day',
  'event_time < 0',
]

/** Compiles the six columns of an `events` row (инструкция, приложения № 3 и № 8). */
export function eventColumns({ cell, reading }: Context): Compiled {
  const [section, date, time] = [cell('section'), cell('date'), cell('time')]
  const checks: Check[] = [
    { code: 'required', column: 'section', when: `${section} = ''` },
    { code: 'unknown_section', column: 'section', when: `${section} != '' AND event_section = 0` },
    ...problems,
    { code: 'required', column: 'date', when: `${date} = ''` },
    ...momentChecks('event_date', 'event_day', '0')
      .filter(([code]) => code !== 'bad_time')
      .map(([code, when]) => ({ code, column: 'date', when: `${date} != '' AND ${when}` })),
    { code: 'bad_time', column: 'time', when: 'event_time < 0' },
  ]
  const [texts = [], numbers = []] = eventSteps(section, cell('item'), cell('status'))
  const read: Step[] = [
    ['event_date', writtenDate(date)],
    ['event_time', timeSeconds(time, reading)],
  ]
  const days: Step[] = [
    ['event_day', dayNumber('event_date')],
    ['event_start', dayStart('event_date')],
  ]
  return {
    steps: [
      [...texts, ...read],
      [...numbers, ...days],
    ],
    problemSteps,
    values: {
      section: `${array(sections)}[greatest(event_section, 1)]`,
      status: `toUInt16(if(event_status = ${untold}, ${elementOf(meanings, 'event_place')}, event_status))`,
      at: momentOf('event_start', 'event_time'),
      time_known: `${time} != ''`,
    },
    checks,
    wrong,
    untimed: [{ column: 'time', when: `${time} = ''` }],
  }
}
