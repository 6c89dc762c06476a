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
import { dayNumber, dayStart, momentChecks, momentOf, parsedDate, timeSeconds } from './moments.ts'

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
const unknown = 255
/** What an item without meaning maps to: 0 is a status. */
const meaningless = 65_535

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

interface Entry {
  readonly key: number
  readonly verdict: number
}
/** What each item of each section means by itself. */
const itemEntries: Entry[] = sections.flatMap((section, at) =>
  spellings
    .filter((item) => findItem(section, item))
    .map((item) => {
      const found = statusOf(section, item)
      return {
        key: (at + 1) * 256 + (indexOfItem.get(item) ?? 0),
        verdict: found.kind === 'resolved' ? found.code : ambiguous,
      }
    }),
)
const inSection: number[] = sections.flatMap((section, at) =>
  statuses.filter(({ code }) => statusInSection(section, code)).map(({ code }) => (at + 1) * 10_000 + code),
)
/** Pairs of item and status that agree, per section. */
const agreeing: number[] = sections.flatMap((section, at) =>
  spellings.flatMap((item) =>
    (findItem(section, item)?.codes ?? []).map(
      (code) => ((at + 1) * 256 + (indexOfItem.get(item) ?? 0)) * 10_000 + code,
    ),
  ),
)
const known = statuses.map(({ code }) => code)

/** Steps that turn section, item and status into `event_section` (0 = unknown) and `event_verdict`. */
export function eventSteps(section: string, item: string, status: string): Step[][] {
  const { keys, meanings } = {
    keys: itemEntries.map(({ key }) => key).join(','),
    meanings: itemEntries.map(({ verdict }) => verdict).join(','),
  }
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
      ['event_status', `toUInt16(if(match(${status}, '^[0-9]{1,4}$'), toUInt16OrZero(${status}), 65535))`],
      ['event_given', `${status} != ''`],
    ],
    [
      [
        'event_meaning',
        `toUInt16(transform(event_section * 256 + event_item, [${keys}], [${meanings}], ${meaningless}))`,
      ],
      ['event_known', `event_status IN (${known.join(',')})`],
      ['event_own', `event_section * 10000 + event_status IN (${inSection.join(',')})`],
      [
        'event_agrees',
        `(toUInt32(event_section) * 256 + event_item) * 10000 + event_status IN (${agreeing.join(',')})`,
      ],
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
    ['event_date', parsedDate(date)],
    ['event_time', timeSeconds(time)],
  ]
  const numbers: Step[] = [
    ['event_day', dayNumber('event_date')],
    ['event_ms', dayStart('event_date')],
  ]
  return {
    steps: [[...first, ...read], [...second, ...numbers], ...last],
    values: {
      section: `${array(sections)}[greatest(event_section, 1)]`,
      status: 'event_verdict',
      at: momentOf('event_ms', 'event_time'),
      time_known: `${time} != ''`,
    },
    checks,
    untimed: [{ column: 'time', when: `${time} = ''` }],
  }
}
