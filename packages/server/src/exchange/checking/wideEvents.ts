import type { Layout } from '@otklik/model/exchange'
import type { Check, Compiled, Context } from './check.ts'
import { literal } from './literals.ts'
import { momentChecks, momentValue } from './momentColumns.ts'
import { timeOf } from './moments.ts'

/** Alias of the moments of the n-th event column: the cell split at |, without empty pieces. */
const momentsOf = (index: number): string => `moments_${index}`

/** Compiles the event columns of a `wide` file: each cell holds zero or more moments of one event. */
export function wideEvents(layout: Layout, { lastDay }: Context): Compiled {
  const steps = layout.events.map(({ position }, index): [string, string] => [
    momentsOf(index),
    `arrayFilter(x -> x != '', arrayMap(x -> trimBoth(x), splitByChar('|', cells[${position + 1}])))`,
  ])
  const checks = layout.events.flatMap(({ column }, index): Check[] => {
    const { status, title } = column
    if (typeof status === 'string') return [{ code: status, column: title, when: `notEmpty(${momentsOf(index)})` }]
    return momentChecks('x', lastDay).map(([code, when]) => ({
      code,
      column: title,
      when: `arrayExists(x -> ${when}, ${momentsOf(index)})`,
    }))
  })
  const known = layout.events.flatMap(({ column }, index) => (typeof column.status === 'number' ? [{ column, index }] : []))
  const events = known.map(
    ({ column, index }) =>
      `arrayMap(x -> (${literal(column.section)}, toUInt16(${column.status}), ${momentValue('x')}, ${timeOf('x')} != ''), ${momentsOf(index)})`,
  )
  const untimed = layout.events.map(({ column }, index) => ({
    column: column.title,
    when: `arrayExists(x -> ${timeOf('x')} = '', ${momentsOf(index)})`,
  }))
  return { steps, checks, untimed, values: { events: events.length > 0 ? `arrayConcat(${events.join(', ')})` : '[]' } }
}
