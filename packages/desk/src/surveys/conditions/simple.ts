import type { Comparison, Condition, Scalar } from '@otklik/model/questionnaires'

/** What most conditions are: some comparisons, of which all or any must hold. */
export interface Simple {
  readonly join: 'all' | 'any'
  readonly parts: readonly Part[]
}
export const OPERATIONS = ['in', 'notIn', 'answered', 'unanswered', 'ge', 'le'] as const
export type Operation = (typeof OPERATIONS)[number]
/** One comparison: `subject` is a question, a row (`q6.site`), or `@channel` for what a link knows. */
export interface Part {
  readonly subject: string
  readonly operation: Operation
  readonly values: readonly Scalar[]
}

/** A condition as a list of comparisons; null where it is built in another way and can only be read or replaced. */
export function simpleOf(condition: Condition | undefined): Simple | null {
  if (condition === undefined) return { join: 'all', parts: [] }
  if ('not' in condition) return null
  const join = 'any' in condition ? 'any' : 'all'
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const parts = list.map(partOf)
  return parts.some((part) => part === null) ? null : { join, parts: parts.filter((part) => part !== null) }
}

function partOf(condition: Condition): Part | null {
  if ('all' in condition || 'any' in condition || 'not' in condition) return null
  const { question, attribute, ...asked } = condition
  const subject = question ?? `@${attribute}`
  const [entry, ...more] = Object.entries(asked)
  if (entry === undefined || more.length > 0) return null
  if (asked.is !== undefined) return { subject, operation: 'in', values: [asked.is] }
  if (asked.in !== undefined) return { subject, operation: 'in', values: asked.in }
  if (asked.notIn !== undefined) return { subject, operation: 'notIn', values: asked.notIn }
  if (asked.answered !== undefined)
    return { subject, operation: asked.answered ? 'answered' : 'unanswered', values: [] }
  if (asked.ge !== undefined) return { subject, operation: 'ge', values: [asked.ge] }
  if (asked.le !== undefined) return { subject, operation: 'le', values: [asked.le] }
  return null
}

/** The condition of a list of comparisons; those that are not filled in yet are left out. Undefined: none is left. */
export function conditionOf({ join, parts }: Simple): Condition | undefined {
  const done = parts.filter(isFilledIn).map(comparisonOf)
  const [first, ...others] = done
  if (first === undefined) return undefined
  return others.length === 0 ? first : join === 'all' ? { all: done } : { any: done }
}

export const isFilledIn = ({ subject, operation, values }: Part): boolean =>
  subject !== '' && (operation === 'answered' || operation === 'unanswered' || values.length > 0)

function comparisonOf({ subject, operation, values }: Part): Comparison {
  const of = subject.startsWith('@') ? { attribute: subject.slice(1) } : { question: subject }
  const [first] = values
  if (operation === 'answered' || operation === 'unanswered') return { ...of, answered: operation === 'answered' }
  if (operation === 'notIn') return { ...of, notIn: values }
  if (operation === 'in')
    return first !== undefined && values.length === 1 ? { ...of, is: first } : { ...of, in: values }
  // A bound is a number or a day.
  const bound = typeof first === 'boolean' ? Number(first) : first
  return operation === 'ge' ? { ...of, ge: bound } : { ...of, le: bound }
}
