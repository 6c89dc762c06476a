import type { Layout } from '@otklik/model/exchange'
import type { Check, Compiled, Context, Note, Step } from './check.ts'
import { literal } from './literals.ts'
import { isLooseMoment, looseMoment } from './loosely.ts'
import { dayNumber, dayStart, momentChecks, momentOf, partedDate, timeSeconds, timeText } from './moments.ts'

/** Moments of the n-th event column: texts, then tuples of day number, its start, seconds and whether a time is given. */
const textsOf = (index: number): string => `moments_${index}`
const readOf = (index: number): string => `read_${index}`
const datesOf = (index: number): string => `dates_${index}`
/** What is one event, whether its time is given or taken to be midnight. */
const eventOf = '(e.1, e.2, e.3)'
/**
 * A moment given with and without its time is one event, so that both must look alike: the time counts as not given. Else
 * the row would bring the event twice.
 */
const sameUntimed = `arrayMap(e -> (e.1, e.2, e.3, e.4 AND NOT has(untimed_events, ${eventOf})), all_events)`
const readAs = (reading: Context['reading']): string =>
  `(${dayNumber('d')}, ${dayStart('d')}, ${timeSeconds(timeText('x'), reading)}, ${timeText('x')} != '')`

/** Compiles the event columns of a `wide` file: each cell holds zero or more moments of one event. */
export function wideEvents(layout: Layout, { trimmed, reading }: Pick<Context, 'trimmed' | 'reading'>): Compiled {
  const columns = layout.events.map(({ position, column }, index) => ({ position, column, index }))
  const known = columns.flatMap((one) =>
    typeof one.column.status === 'number' ? [{ ...one, status: one.column.status }] : [],
  )
  const isLoose = reading === 'loose'
  /** Read strictly, the texts are taken as they are. */
  const looseOf = (index: number): string => (isLoose ? `loose_${index}` : textsOf(index))
  const texts = columns.map(
    ({ position, index }): Step => [
      textsOf(index),
      `arrayFilter(x -> x != '', arrayMap(x -> ${trimmed('x')}, splitByChar('|', cells[${position + 1}])))`,
    ],
  )
  const checks = columns.flatMap(({ column: { status, title }, index }): Check[] => {
    if (typeof status === 'string') return [{ code: status, column: title, when: `notEmpty(${textsOf(index)})` }]
    return momentChecks('d', 'm.1', 'm.3').map(([code, when]) => ({
      code,
      column: title,
      when: `arrayExists((m, d) -> ${when}, ${readOf(index)}, ${datesOf(index)})`,
      part: `arrayFirstIndex((m, d) -> ${when}, ${readOf(index)}, ${datesOf(index)})`,
    }))
  })
  const events = known.map(
    ({ column, status, index }) =>
      `arrayMap(m -> (${literal(column.section)}, toUInt16(${status}), ${momentOf('m.2', 'm.3')}, m.4), ${readOf(index)})`,
  )
  return {
    steps: [
      texts,
      ...(isLoose
        ? [known.map(({ index }): Step => [looseOf(index), `arrayMap(x -> ${looseMoment('x')}, ${textsOf(index)})`])]
        : []),
      known.map(({ index }): Step => [datesOf(index), `arrayMap(x -> ${partedDate('x')}, ${looseOf(index)})`]),
      known.map(
        ({ index }): Step => [
          readOf(index),
          `arrayMap((x, d) -> ${readAs(reading)}, ${looseOf(index)}, ${datesOf(index)})`,
        ],
      ),
      ...(events.length > 0
        ? ([
            [['all_events', `arrayConcat(${events.join(', ')})`]],
            [['untimed_events', `arrayMap(e -> ${eventOf}, arrayFilter(e -> NOT e.4, all_events))`]],
          ] as const)
        : []),
    ],
    checks,
    untimed: known.map(({ column, index }) => ({
      column: column.title,
      when: `arrayExists(m -> NOT m.4, ${readOf(index)})`,
    })),
    notes: known.map(({ column, index }) => looseNote(column.title, textsOf(index))),
    values: { events: events.length > 0 ? sameUntimed : '[]' },
  }
}

/** Told of moments that are read otherwise than written. */
const looseNote = (title: string, texts: string): Note => ({
  code: 'read_loosely',
  column: title,
  when: `arrayExists(x -> ${isLooseMoment('x')}, ${texts})`,
  value: `arrayFirst(x -> ${isLooseMoment('x')}, ${texts})`,
})
