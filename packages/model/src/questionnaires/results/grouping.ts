import type { AnswerSet, Judged } from '../answering/index.ts'
import type { ResultPlan } from './counted-items.ts'

/** By what results are compared: an item in which one value is chosen, or an attribute of the link. */
export interface Grouping {
  readonly name: string
  /** The group a set belongs to; undefined where it has no value. */
  readonly valueOf: (set: AnswerSet, judged: Judged) => string | undefined
  /** Groups in the order of results. */
  readonly order: (values: Iterable<string>) => string[]
  /** Options, points or entries in order; undefined where any value may occur. */
  readonly codes?: readonly string[]
}

/** A grouping, or why there is none: a Russian sentence. */
export type FoundGrouping = { readonly grouping: Grouping } | { readonly refused: string }

/** What a name stands for: a question, `q6.row`, else an attribute. */
export function groupingBy({ form, byCode }: ResultPlan, name: string): FoundGrouping {
  const counted = byCode.get(name)
  const matrix = form.byCode.get(name)
  if (!counted && matrix) {
    const rows = matrix.items.map(({ code }) => code).join(', ')
    const what = rows === name ? 'на него не отвечают' : `назовите строку: ${rows}`
    return { refused: `По вопросу «${name}» сравнивать нельзя: ${what}.` }
  }
  if (!counted) return { grouping: byAttribute(name) }
  const { type, question } = counted.item
  if (!(type === 'one' || type === 'scale' || (type === 'list' && !question.many)))
    return { refused: `По вопросу «${name}» сравнивать нельзя: нужен вопрос, в котором выбирают один ответ.` }
  const codes = counted.codes && [...counted.codes, ...counted.missing]
  return {
    grouping: {
      name,
      codes,
      valueOf: (_, { values }) => {
        const value = values.get(name)
        return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
      },
      order: inOrderOf(codes),
    },
  }
}

const byAttribute = (name: string): Grouping => ({
  name,
  valueOf: ({ attributes = {} }) => {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    const isValue = ['string', 'number', 'boolean'].includes(typeof value) && String(value).trim() !== ''
    return isValue ? String(value) : undefined
  },
  order: inOrderOf(undefined),
})

/** Targets in the order in which neighbours are joined: that of the options, else their own. */
export function orderedTargets<T>({ codes, order }: Grouping, targets: readonly (readonly [string, T])[]) {
  if (!codes) return targets
  const places = order(targets.map(([category]) => category))
  return targets.toSorted(([a], [b]) => places.indexOf(a) - places.indexOf(b))
}

/** In the order of the codes, what is not among them sorted behind. */
function inOrderOf(codes: readonly string[] = []): (values: Iterable<string>) => string[] {
  return (values) => {
    const found = new Set(values)
    const known = codes.filter((code) => found.has(code))
    return [...known, ...[...found].filter((value) => !codes.includes(value)).toSorted()]
  }
}

/**
 * Which groups are hidden: those under `minCell` people, and more, the smallest first (the first of equals), while one hidden
 * alone or a handful together could be found by subtracting the others from all.
 */
export function hiddenGroups(sizes: readonly number[], minCell: number): boolean[] {
  const hidden = sizes.map((size) => size < minCell)
  const smallestFirst = sizes.map((size, at) => ({ size, at })).toSorted((a, b) => a.size - b.size || a.at - b.at)
  let people = sizes.reduce((sum, size) => (size < minCell ? sum + size : sum), 0)
  let count = hidden.filter(Boolean).length
  if (count === 0) return hidden
  for (const { size, at } of smallestFirst.slice(count)) {
    if (count > 1 && people >= minCell) break
    hidden[at] = true
    people += size
    count++
  }
  return hidden
}
