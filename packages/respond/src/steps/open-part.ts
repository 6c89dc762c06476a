import { type Condition, type Lookup, truth } from '@otklik/model/questionnaires'

/**
 * What is left of a condition once the answers known so far are put in: a shorter condition over those still open, or its
 * truth where nothing open matters.
 */
export function openPart(condition: Condition, lookup: Lookup): Condition | boolean {
  const known = truth(condition, lookup)
  if (known !== undefined) return known
  if ('all' in condition) return { all: parts(condition.all, lookup) }
  if ('any' in condition) return { any: parts(condition.any, lookup) }
  if ('not' in condition) return { not: asCondition(openPart(condition.not, lookup)) }
  return condition
}

// Of an open `all` no part is false, of an open `any` none is true: what is known changes nothing.
const parts = (all: readonly Condition[], lookup: Lookup): Condition[] =>
  all.map((part) => openPart(part, lookup)).filter((part) => typeof part !== 'boolean')

const asCondition = (part: Condition | boolean): Condition =>
  typeof part === 'boolean' ? (part ? { all: [] } : { any: [] }) : part
