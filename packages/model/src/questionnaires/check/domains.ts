import { compare, type MatrixValue, type Value } from '../answering/conditions.ts'
import type { Item, Prepared } from '../answering/index.ts'
import { addDays } from '../../days/index.ts'
import type { Comparison, Scalar } from '../document/types.ts'
import { most } from '../document/shape.ts'
import { pointsOf } from './walks.ts'

/**
 * Values that tell apart all that conditions ask of one question or attribute, "no answer" aside; undefined where there are
 * too many to go through. Options that end the interview are left out: nothing is asked after them.
 */
export type Domain = readonly Value[] | undefined

/** Beyond so many combinations of the options of one question they are not gone through. */
const mostSets = 20_000
const fresh = (at: number): string => `\u0001${at}`

export function domainOf(form: Prepared, subject: Comparison, asked: readonly Comparison[]): Domain {
  const candidates = candidatesFor(form, subject, asked)
  if (candidates === undefined) return undefined
  // One value of each kind that the comparisons can tell apart.
  const kinds = new Map(candidates.map((value) => [asked.map((one) => compare(one, value)).join(), value]))
  return [...kinds.values()]
}

function candidatesFor(
  form: Prepared,
  { question, attribute }: Comparison,
  asked: readonly Comparison[],
): Value[] | undefined {
  if (question === undefined) return attribute === undefined ? [] : attributeValues(asked)
  const item = form.items.get(question)
  if (item) return itemValues(item, asked)
  const rows = form.byCode.get(question)?.items.map(({ row }) => row?.code ?? '') ?? []
  return rows.map((_, at): MatrixValue => Object.fromEntries(rows.slice(0, at + 1).map((row) => [row, 1])))
}

function itemValues(item: Item, asked: readonly Comparison[]): Value[] | undefined {
  const going = [...item.options.values()].filter(({ end }) => !end).map(({ code }) => code)
  switch (item.type) {
    case 'one':
      return going
    case 'scale':
      return [...pointsOf(item), ...going]
    case 'many':
      return choices(item, going, asked)
    case 'list':
      return item.question.many ? choices(item, entriesOf(item, asked), asked) : entriesOf(item, asked)
    case 'number':
      return numbers(item, asked)
    case 'date':
      return days(item, asked)
    case 'consent':
      return [true]
    case 'text':
    case 'long':
      return [...mentionedIn(asked).filter((value) => typeof value === 'string'), fresh(0)]
    case 'note':
      return []
  }
}

const mentionedIn = (asked: readonly Comparison[]): Scalar[] =>
  asked.flatMap(({ is, in: among, notIn }) => [is, among, notIn].flat()).filter((value) => value !== undefined)

const boundsIn = (asked: readonly Comparison[]): (number | string)[] =>
  asked.flatMap(({ lt, le, gt, ge }) => [lt, le, gt, ge]).filter((value) => value !== undefined)

/** Entries of the own list; of the register's, those mentioned and enough others to be counted. */
function entriesOf({ entries }: Item, asked: readonly Comparison[]): string[] {
  if (entries) return [...entries]
  const mentioned = mentionedIn(asked).filter((value) => typeof value === 'string')
  return [...mentioned, ...Array.from({ length: countsIn(asked) + 1 }, (_, at) => fresh(at))]
}

/** So many chosen options are told apart from fewer: more make no difference to any `count`. */
function countsIn(asked: readonly Comparison[]): number {
  const bounds = asked.flatMap(({ count = {} }) => Object.values(count)).filter((bound) => typeof bound === 'number')
  return Math.min(most.options, Math.max(0, ...bounds) + 1)
}

/** Every combination of the options mentioned, with every number of the others, as far as it can be answered. */
function choices(
  { options, question }: Item,
  codes: readonly string[],
  asked: readonly Comparison[],
): Value[] | undefined {
  const named = new Set<Scalar>(mentionedIn(asked))
  const isAlone = (code: string): boolean => options.get(code)?.exclusive === true
  const together = codes.filter((code) => !isAlone(code))
  const mentioned = together.filter((code) => named.has(code))
  const others = together.filter((code) => !named.has(code)).slice(0, countsIn(asked))
  if (2 ** mentioned.length * (others.length + 1) > mostSets) return undefined
  const tails = Array.from({ length: others.length + 1 }, (_, count) => others.slice(0, count))
  const largest = question.type === 'many' && typeof question.max === 'number' ? question.max : Infinity
  const sets = subsetsOf(mentioned).flatMap((some) => tails.map((tail) => [...some, ...tail]))
  return [
    ...sets.filter(({ length }) => length > 0 && length <= largest),
    ...codes.filter(isAlone).map((code) => [code]),
  ]
}

const subsetsOf = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]])

function numbers({ question: { min, max, decimals = 0 } }: Item, asked: readonly Comparison[]): Value[] {
  const step = 10 ** -decimals
  const mentioned = [...mentionedIn(asked), ...boundsIn(asked), min, max, 0].filter(
    (value) => typeof value === 'number',
  )
  const near = mentioned.flatMap((value) => [value - step, value, value + step])
  const rounded = near.map((value) => Number(value.toFixed(decimals)))
  return rounded.filter((value) => inside(value, min, max))
}

function days({ question: { min, max } }: Item, asked: readonly Comparison[]): Value[] {
  const mentioned = [...mentionedIn(asked), ...boundsIn(asked), min, max, '2000-01-01'].filter(
    (value) => typeof value === 'string',
  )
  return mentioned.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]).filter((day) => inside(day, min, max))
}

type End = number | string | undefined
const inside = (value: number | string, min: End, max: End): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

/** An attribute may be anything; one that is counted may be a list, which is not gone through. */
function attributeValues(asked: readonly Comparison[]): Value[] | undefined {
  if (asked.some(({ count }) => count !== undefined)) return undefined
  const bounds = boundsIn(asked)
  const near = bounds.flatMap((bound): Scalar[] =>
    typeof bound === 'number' ? numbersNear(bound, bounds) : textsNear(bound),
  )
  return [...mentionedIn(asked), ...near, fresh(0)]
}

/** Attributes may be fractions: between two bounds there is always another. */
function numbersNear(bound: number, bounds: readonly (number | string)[]): number[] {
  const above = bounds.filter((other) => typeof other === 'number').filter((other) => other > bound)
  const next = Math.min(...above)
  return [bound - 1, bound, Number.isFinite(next) ? (bound + next) / 2 : bound + 1]
}

const textsNear = (bound: string): string[] => ['\u0001', bound, `${bound}\u0001`]
