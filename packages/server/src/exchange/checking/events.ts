import {
  findItem,
  items,
  sectionSpellings,
  sections,
  statuses,
  statusInSection,
  statusOf,
} from '@otklik/model/statuses'
import type { Check, Compiled, Context, Step } from './check.ts'
import { array, lookup } from './literals.ts'
import { dayNumber, dayStart, momentChecks, momentOf, writtenDate, timeSeconds } from './moments.ts'

/** What an item maps to that stands for two statuses, for one that only its section can tell, and for none: 0 is a status. */
const ambiguous = 60_000
const untold = 60_001
const meaningless = 65_535
/** Places for the items of a section, and bits for the statuses: the last of each stands for all that are unknown. */
const places = 64
const unknown = places - 1

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

if (statuses.length > unknown || spellings.length >= unknown)
  throw new Error('too many statuses for bits of one number')

/** A set of statuses as the bits of a number, by their place in the table. */
const bitsOf = (test: (status: (typeof statuses)[number]) => boolean): bigint =>
  statuses.reduce((bits, status, bit) => (test(status) ? bits | (1n << BigInt(bit)) : bits), 0n)

const every = bitsOf(() => true)
/** Sections by their number; 0 is none, against which nothing can be held but what no section has. */
const numbered = [undefined, ...sections]
const own = numbered.map((section) => (section ? bitsOf(({ code }) => statusInSection(section, code)) : every))
/**
 * What each item of each section means by itself and which statuses agree with it, at `section * places + item`. No status
 * disagrees with an item that isn't there, or isn't one of the section: that is another problem.
 */
const inSections = numbered.flatMap((section) => Array.from({ length: places }, (_, item) => itemIn(section, item)))

function itemIn(section: (typeof numbered)[number], item: number): { meaning: number; agreeing: bigint } {
  const spelling = spellings[item - 1]
  if (item === 0 || (!section && spelling !== undefined)) return { meaning: untold, agreeing: every }
  const found = section && spelling !== undefined ? findItem(section, spelling) : undefined
  if (!section || spelling === undefined || !found) return { meaning: meaningless, agreeing: every }
  const status = statusOf(section, spelling)
  return {
    meaning: status.kind === 'resolved' ? status.code : ambiguous,
    agreeing: bitsOf(({ code }) => found.codes.includes(code)),
  }
}

const codes = statuses.map(({ code }) => code).join(',')
const bits = statuses.map((_, bit) => bit).join(',')
const meanings = inSections.map(({ meaning }) => meaning)
const agreeing = inSections.map((item) => item.agreeing)
/** SQL of an element, counted from 0. */
const elementOf = (list: readonly (number | bigint)[], index: string): string => `[${list.join(',')}][${index} + 1]`

/** Steps that turn section, item and status into `event_section` (0 = unknown) and what the checks and the status need. */
function eventSteps(section: string, item: string, status: string): Step[][] {
  return [
    [
      ['event_section', `toUInt8(${lookup(`upperUTF8(${section})`, sectionPairs, 0)})`],
      ['event_item', `toUInt8(if(${item} = '', 0, ${lookup(withoutSpaces(item), itemPairs, unknown)}))`],
      ['event_status', `toUInt16OrDefault(extract(${status}, '^[0-9]{1,4}$'), toUInt16(65535))`],
      ['event_given', `${status} != ''`],
    ],
    [
      ['event_place', `toUInt16(event_section) * ${places} + event_item`],
      ['event_bit', `transform(event_status, [${codes}], [${bits}], ${unknown})`],
    ],
    [
      ['event_meaning', elementOf(meanings, 'event_place')],
      ['event_known', `event_bit != ${unknown}`],
      ['event_own', `bitTest(${elementOf(own, 'event_section')}, event_bit)`],
      ['event_agrees', `bitTest(${elementOf(agreeing, 'event_place')}, event_bit)`],
    ],
  ]
}

/** What `decideEvent` in the model finds wrong, in its order; a row may have several. */
const problems: readonly Check[] = [
  { code: 'required', column: 'item', when: 'event_item = 0 AND NOT event_given' },
  { code: 'unknown_item', column: 'item', when: `event_meaning = ${meaningless}` },
  { code: 'unknown_status', column: 'status', when: 'event_given AND NOT event_known' },
  { code: 'status_not_in_section', column: 'status', when: 'event_known AND NOT event_own' },
  { code: 'status_item_mismatch', column: 'item', when: 'event_own AND NOT event_agrees' },
  { code: 'ambiguous_item', column: 'item', when: `event_meaning = ${ambiguous} AND NOT event_given` },
]

/** Compiles the six columns of an `events` row (инструкция, приложения № 3 и № 8). */
export function eventColumns({ cell }: Context): Compiled {
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
  const [first = [], ...further] = eventSteps(section, cell('item'), cell('status'))
  const [second = [], ...last] = further
  const read: Step[] = [
    ['event_date', writtenDate(date)],
    ['event_time', timeSeconds(time)],
  ]
  const numbers: Step[] = [
    ['event_day', dayNumber('event_date')],
    ['event_start', dayStart('event_date')],
  ]
  return {
    steps: [[...first, ...read], [...second, ...numbers], ...last],
    values: {
      section: `${array(sections)}[greatest(event_section, 1)]`,
      status: `toUInt16(if(event_given, event_status, event_meaning))`,
      at: momentOf('event_start', 'event_time'),
      time_known: `${time} != ''`,
    },
    checks,
    untimed: [{ column: 'time', when: `${time} = ''` }],
  }
}
