import { type Lookup, OPEN, truth, type Value } from '../answering/conditions.ts'
import type { Prepared } from '../answering/index.ts'
import type { Comparison, Condition } from '../document/types.ts'
import { type Domain, domainOf } from './domains.ts'
import { conditionalsOf } from './parts.ts'
import { comparisonsIn } from './references.ts'

/** Something that conditions ask for: a question, a row or an attribute. */
interface Subject {
  readonly key: string
  readonly domain: Domain
  /** Conditions of its page, its question and its row: where one fails there is no answer. */
  readonly shownIf: readonly Condition[]
  readonly required: boolean
  /** Its place in the questionnaire; attributes stand before all. */
  readonly place: number
}

/** All that conditions of a questionnaire can ask for, made once for many searches. */
export interface World {
  readonly subjects: ReadonlyMap<string, Subject>
  /** Steps that all searches together may still take: beyond it nothing more is decided. */
  steps: number
}

export const keyOf = ({ question, attribute }: Comparison): string =>
  question === undefined ? `@${attribute ?? ''}` : question

const stepsOfAll = 2_000_000
const stepsOfOne = 50_000

export function worldOf(form: Prepared): World {
  const asked = new Map<string, Comparison[]>()
  for (const { showIf } of conditionalsOf(form.questionnaire))
    for (const one of comparisonsIn(showIf)) asked.set(keyOf(one), [...(asked.get(keyOf(one)) ?? []), one])
  const subjects = [...asked].map(([key, comparisons]): [string, Subject] => [key, subjectOf(form, key, comparisons)])
  return { subjects: new Map(subjects), steps: stepsOfAll }
}

function subjectOf(form: Prepared, key: string, asked: readonly Comparison[]): Subject {
  const [first = {}] = asked
  const place = form.questions.findIndex(({ question }) => question.code === key.split('.', 1)[0])
  const { page, question } = form.questions[first.question === undefined ? -1 : place] ?? {}
  const row = form.items.get(key)?.row
  return {
    key,
    domain: domainOf(form, first, asked),
    shownIf: [page?.showIf, question?.showIf, row?.showIf].filter((condition) => condition !== undefined),
    required: question?.required === true && question.type !== 'note',
    place: first.question === undefined ? -1 : place,
  }
}

/** Conditions that shall come out so. */
export type Wanted = readonly { readonly condition: Condition; readonly be: boolean }[]

/**
 * Whether any answers make the conditions come out as wanted; undefined where that takes too long to find out. What can't be
 * gone through (too many combinations) counts as possible: a "no" is certain.
 * @param options.complete required questions are answered, as in every complete set.
 */
export function canBe(world: World, wanted: Wanted, { complete = false } = {}): boolean | undefined {
  const subjects = concerned(world, wanted)
  const values = new Map<string, Value | undefined>()
  const lookup = lookupOf(values)
  let left = Math.min(stepsOfOne, world.steps)
  const started = left
  const search = (at: number): boolean | undefined => {
    if (left-- <= 0) return undefined
    const known = wanted.map(({ condition, be }) => agrees(truth(condition, lookup), be))
    if (known.includes(false)) return false
    const subject = subjects[at]
    if (subject === undefined || !known.includes(undefined)) return true
    return some(possibleValues(subject, lookup, complete), (value) => {
      values.set(subject.key, value)
      const found = search(at + 1)
      values.delete(subject.key)
      return found
    })
  }
  const found = search(0)
  world.steps -= started - Math.max(0, left)
  return found
}

const agrees = (known: boolean | undefined, be: boolean): boolean | undefined =>
  known === undefined ? undefined : known === be

/** Answers that are not chosen yet are open, and so are those that can't be gone through. */
export const lookupOf =
  (values: ReadonlyMap<string, Value | undefined>): Lookup =>
  (asked) =>
    values.has(keyOf(asked)) ? values.get(keyOf(asked)) : OPEN

/** True if any is, undefined if none is known to be but some are not known. */
function some<T>(values: Iterable<T>, holds: (value: T) => boolean | undefined): boolean | undefined {
  let result: boolean | undefined = false
  for (const value of values) {
    const known = holds(value)
    if (known === true) return true
    if (known === undefined) result = undefined
  }
  return result
}

/** What a subject may be, given those before it: `undefined` is no answer. */
export function possibleValues({ domain = [], shownIf, required, place }: Subject, lookup: Lookup, complete: boolean) {
  const shown = shownIf.map((condition) => truth(condition, lookup))
  if (shown.includes(false)) return [undefined]
  const mustAnswer = complete && required && place >= 0 && !shown.includes(undefined) && domain.length > 0
  return mustAnswer ? domain : [...domain, undefined]
}

/** What the wanted conditions ask for, and what that depends on, in the order of the questionnaire. */
function concerned({ subjects }: World, wanted: Wanted): Subject[] {
  const found = new Map<string, Subject>()
  const add = (condition: Condition): void => {
    for (const asked of comparisonsIn(condition)) {
      const subject = subjects.get(keyOf(asked))
      if (subject === undefined || found.has(subject.key)) continue
      found.set(subject.key, subject)
      subject.shownIf.forEach(add)
    }
  }
  for (const { condition } of wanted) add(condition)
  return [...found.values()].filter(({ domain }) => domain !== undefined).toSorted((a, b) => a.place - b.place)
}
