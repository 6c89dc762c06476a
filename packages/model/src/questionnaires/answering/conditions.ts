import type { Comparison, Condition, CountComparison, Scalar } from '../document/types.ts'

/** Answers to the rows of a matrix that were given and are valid. */
export type MatrixValue = { readonly [row: string]: string | number }
/** A valid answer. `undefined` stands for none. */
export type Value = Scalar | readonly Scalar[] | MatrixValue

/** Stands for an answer that may still be given. */
export const OPEN = Symbol('open')
/** Finds what a comparison is about: a value, `undefined` for no answer, or `OPEN`. */
export type Lookup = (comparison: Comparison) => Value | typeof OPEN | undefined

/**
 * Whether a condition holds; `undefined` while that depends on answers still open (Kleene's logic: once it is true or false,
 * no later answer changes it). With no open answers it is never undefined.
 */
export function truth(condition: Condition, lookup: Lookup): boolean | undefined {
  if ('all' in condition) return every(condition.all, lookup, true)
  if ('any' in condition) return every(condition.any, lookup, false)
  if ('not' in condition) return negated(truth(condition.not, lookup))
  const value = lookup(condition)
  return value === OPEN ? undefined : compare(condition, value)
}

const negated = (known: boolean | undefined): boolean | undefined => (known === undefined ? undefined : !known)

/** `all` for `wanted` true; `any`, by De Morgan, for false. */
function every(parts: readonly Condition[], lookup: Lookup, wanted: boolean): boolean | undefined {
  let result: boolean | undefined = wanted
  for (const part of parts) {
    const known = truth(part, lookup)
    if (known === !wanted) return known
    if (known === undefined) result = undefined
  }
  return result
}

/** Whether every comparison that stands in it holds of the value. */
export function compare(asked: Comparison, value: Value | undefined): boolean {
  if (value === undefined) return asked.answered === false && !asksOfValue(asked)
  return asked.answered !== false && holdsOfValue(asked, value)
}

const ofValue = ['is', 'in', 'notIn', 'lt', 'le', 'gt', 'ge', 'count'] as const
const asksOfValue = (asked: Comparison): boolean => ofValue.some((name) => asked[name] !== undefined)

function holdsOfValue(asked: Comparison, value: Value): boolean {
  const among = (wanted: readonly Scalar[]): boolean =>
    Array.isArray(value)
      ? value.some((one: Scalar) => wanted.includes(one))
      : typeof value !== 'object' && wanted.includes(value)
  return (
    (asked.is === undefined || among([asked.is])) &&
    (asked.in === undefined || among(asked.in)) &&
    (asked.notIn === undefined || !among(asked.notIn)) &&
    within(asked, value) &&
    (asked.count === undefined || within(asked.count, countOf(value)))
  )
}

function countOf(value: Value): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' ? Object.keys(value).length : 1
}

/** Numbers compare with numbers and texts with texts (days are texts); anything else is false. */
function within(bounds: CountComparison | Comparison, value: Value): boolean {
  return (
    ordered(bounds.lt, value, (a, b) => a < b) &&
    ordered(bounds.le, value, (a, b) => a <= b) &&
    ordered(bounds.gt, value, (a, b) => a > b) &&
    ordered(bounds.ge, value, (a, b) => a >= b)
  )
}

type Ordered = number | string
const ordered = (bound: Ordered | undefined, value: Value, fits: (a: Ordered, b: Ordered) => boolean): boolean =>
  bound === undefined ||
  ((typeof value === 'number' || typeof value === 'string') && typeof value === typeof bound && fits(value, bound))
