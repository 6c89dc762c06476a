import { truth, type Value } from '../answering/conditions.ts'
import type { Prepared } from '../answering/index.ts'
import type { Condition } from '../document/types.ts'
import type { Costs } from './minutes.ts'
import { lookupOf, possibleValues, worldOf } from './search.ts'

/** Things that are shown under the same conditions, and their seconds together. */
interface Block {
  readonly shownIf: readonly Condition[]
  readonly seconds: number
}

const mostSteps = 3_000_000

/**
 * The seconds of the longest way: what can be shown together, found by branch and bound. Where the ways are too many, the
 * longest of those gone through.
 */
export function longestWay(form: Prepared, costs: Costs): number {
  const blocks = blocksOf(form, costs)
  const conditional = blocks.filter(({ shownIf }) => shownIf.length > 0)
  const always = blocks.filter(({ shownIf }) => shownIf.length === 0).reduce((sum, { seconds }) => sum + seconds, 0)
  const subjects = [...worldOf(form).subjects.values()]
    .filter(({ domain }) => domain !== undefined)
    .toSorted((a, b) => a.place - b.place)
  const values = new Map<string, Value | undefined>()
  const lookup = lookupOf(values)
  let left = Math.ceil(mostSteps / (1 + conditional.length))
  let best = 0
  const search = (at: number): void => {
    const possible = conditional.filter(({ shownIf }) => shownIf.every((one) => truth(one, lookup) !== false))
    const bound = possible.reduce((sum, { seconds }) => sum + seconds, 0)
    const subject = subjects[at]
    if (bound <= best || left-- <= 0) return
    if (subject === undefined) best = bound
    else
      for (const value of possibleValues(subject, lookup, false)) {
        values.set(subject.key, value)
        search(at + 1)
        values.delete(subject.key)
      }
  }
  search(0)
  return always + best
}

function blocksOf({ questions }: Prepared, costs: Costs): Block[] {
  return questions.flatMap(({ page, question, items }) => {
    const cost = costs.get(question.code)
    const outer = [page.showIf, question.showIf].filter((condition) => condition !== undefined)
    const rows = items.map(({ code, row }) => ({
      shownIf: row?.showIf ? [...outer, row.showIf] : outer,
      seconds: cost?.items.get(code) ?? 0,
    }))
    // The question itself is read where any of its rows is shown.
    const anyRow = rows.every(({ shownIf }) => shownIf.length > outer.length)
      ? [{ any: items.map(({ row }) => row?.showIf).filter((condition) => condition !== undefined) }]
      : []
    return [{ shownIf: [...outer, ...(items.length > 0 ? anyRow : [])], seconds: cost?.whole ?? 0 }, ...rows]
  })
}
