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

/** Verdicts above the range of status codes say what is wrong; the order of checks is that of `decideEvent` in the model. */
const problems = {
  required: 60_001,
  unknown_item: 60_002,
  unknown_status: 60_003,
  status_not_in_section: 60_004,
  status_item_mismatch: 60_005,
  ambiguous_item: 60_006,
} as const
const ambiguous = 60_000
/** What an item without meaning maps to: 0 is a status. */
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

/** Sections by their number; 0 is none. */
const numbered = [undefined, ...sections]
const own = numbered.map((section) => bitsOf(({ code }) => section !== undefined && statusInSection(section, code)))
/** What each item of each section means by itself and which statuses agree with it, at `section * places + item`. */
const inSections = numbered.flatMap((section) => Array.from({ length: places }, (_, item) => itemIn(section, item)))

function itemIn(section: (typeof numbered)[number], item: number): { meaning: number; agreeing: bigint } {
  const spelling = spellings[item - 1]
  const found = section && spelling !== undefined ? findItem(section, spelling) : undefined
  if (!section || spelling === undefined || !found) return { meaning: meaningless, agreeing: 0n }
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

/** Steps that turn section, item and status into `event_section` (0 = unknown) and `event_verdict`. */
export function eventSteps(section: string, item: string, status: string): Step[][] {
  const verdict = `multiIf(event_section = 0, 0,
    event_given AND NOT event_known, ${problems.unknown_status},
    event_item = 0 AND NOT event_given, ${problems.required},
    event_item = 0 AND NOT event_own, ${problems.status_not_in_section},
    event_item = 0, event_status,
    event_meaning = ${meaningless}, ${problems.unknown_item},
    event_given AND NOT event_own, ${problems.status_not_in_section},
    NOT event_given AND event_meaning = ${ambiguous}, ${problems.ambiguous_item},
    NOT event_given, event_meaning,
    NOT event_agrees, ${problems.status_item_mismatch},
    event_status)`
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
    [['event_verdict', `toUInt16(${verdict})`]],
  ]
}

const shownIn: Record<keyof typeof problems, string> = {
  required: 'item',
  unknown_item: 'item',
  unknown_status: 'status',
  status_not_in_section: 'status',
  status_item_mismatch: 'item',
  ambiguous_item: 'item',
}

/** Compiles the six columns of an `events` row (инструкция, приложения № 3 и № 8). */
export function eventColumns({ cell }: Context): Compiled {
  const [section, date, time] = [cell('section'), cell('date'), cell('time')]
  const verdicts = Object.entries(problems) as [keyof typeof problems, number][]
  const checks: Check[] = [
    { code: 'required', column: 'section', when: `${section} = ''` },
    { code: 'unknown_section', column: 'section', when: `${section} != '' AND event_section = 0` },
    ...verdicts.map(([code, verdict]) => ({ code, column: shownIn[code], when: `event_verdict = ${verdict}` })),
    { code: 'required', column: 'date', when: `${date} = ''` },
    ...momentChecks('event_day', '0')
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
      status: 'event_verdict',
      at: momentOf('event_start', 'event_time'),
      time_known: `${time} != ''`,
    },
    checks,
    untimed: [{ column: 'time', when: `${time} = ''` }],
  }
}
