import type { Comparison, Question } from '../document/types.ts'
import type { AnswerError, AnswerErrorCode, AnswerSet, Judged, Outcome } from './answer-set.ts'
import { cleanText, lengthOf } from './clean-text.ts'
import { type Lookup, type MatrixValue, truth, type Value } from './conditions.ts'
import { isNone, judgeValue, type Offered } from './judge-value.ts'
import { type Item, otherOption, type Prepared, type PreparedQuestion } from './prepare.ts'

const longestOther = 500

/** Entries of the register's lists, by the questionnaire's name for the list: `{ services: new Set(['1', '2']) }`. */
export type KnownLists = Readonly<Record<string, { has(code: string): boolean } | undefined>>
/** What judging needs of an answer set. */
export type ToJudge = Pick<AnswerSet, 'answers' | 'other' | 'attributes' | 'state'>

/** What is known on the way through a questionnaire. */
interface Walk {
  readonly answers: ReadonlyMap<string, unknown>
  readonly others: ReadonlyMap<string, unknown>
  readonly complete: boolean
  readonly lookup: Lookup
  readonly offered: Offered
  readonly pages: Map<string, boolean>
  readonly shown: string[]
  readonly errors: AnswerError[]
  readonly values: Map<string, Value>
  readonly otherTexts: Map<string, string>
  ended: boolean
}

/**
 * Goes through the questionnaire in its order: what is shown, what is wrong, what counts. An answer with an error counts as
 * none for what comes later. Without `lists` any text of up to 100 signs is an entry of a register's list.
 */
export function judge(prepared: Prepared, set: ToJudge, lists: KnownLists = {}): Judged {
  const walk = startWalk(set, lists)
  findUnknown(walk, prepared)
  for (const question of prepared.questions) visit(walk, question)
  const { errors, shown, values, otherTexts: others } = walk
  const outcome: Outcome = walk.ended ? 'screened' : walk.complete ? 'complete' : 'partial'
  return { ok: errors.length === 0, outcome, shown, errors, values, others }
}

function startWalk({ answers, other, attributes, state }: ToJudge, lists: KnownLists): Walk {
  const values = new Map<string, Value>()
  return {
    answers: given(answers),
    others: given(other),
    complete: state !== 'partial',
    lookup: lookupIn(values, attributes),
    offered: offeredBy(values, lists),
    pages: new Map(),
    shown: [],
    errors: [],
    values,
    otherTexts: new Map(),
    ended: false,
  }
}

const given = (record: Readonly<Record<string, unknown>> = {}): Map<string, unknown> =>
  new Map(Object.entries(record).filter(([, raw]) => !isNone(raw)))

/** Finds questions among the values, and attributes as they were given. */
export function lookupIn(values: ReadonlyMap<string, Value>, attributes: AnswerSet['attributes'] = {}): Lookup {
  return ({ question, attribute }: Comparison) => {
    if (question !== undefined) return values.get(question)
    const raw = attribute !== undefined && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
    return isNone(raw) ? undefined : (raw as Value) // of JSON; what is no value of a condition compares as false
  }
}

function offeredBy(values: ReadonlyMap<string, Value>, lists: KnownLists): Offered {
  return ({ list = '', from }: Question, code) => {
    const chosen = from === undefined ? undefined : [values.get(from) ?? []].flat()
    const entries = Object.hasOwn(lists, list) ? lists[list] : undefined
    return (chosen === undefined || chosen.includes(code)) && (entries === undefined || entries.has(code))
  }
}

function findUnknown({ answers, others, errors }: Walk, { byCode, items }: Prepared): void {
  const unknown = new Set([...answers.keys()].filter((at) => !byCode.has(at)))
  for (const at of others.keys()) if (!byCode.has(at) && !items.has(at)) unknown.add(at)
  for (const at of unknown) errors.push({ code: 'unknown_question', at })
}

function isPageShown({ pages, lookup }: Walk, { page }: PreparedQuestion): boolean {
  const known = pages.get(page.code)
  if (known !== undefined) return known
  const shown = page.showIf === undefined || truth(page.showIf, lookup) === true
  pages.set(page.code, shown)
  return shown
}

function visit(walk: Walk, prepared: PreparedQuestion): void {
  const { question } = prepared
  const holds = ({ showIf }: { showIf?: Question['showIf'] }): boolean =>
    showIf === undefined || truth(showIf, walk.lookup) === true
  const open = !walk.ended && isPageShown(walk, prepared) && holds(question)
  const shown = open ? prepared.items.filter(({ row }) => row === undefined || holds(row)) : []
  if (shown.length === 0) hide(walk, prepared)
  else if (question.type === 'matrix') visitMatrix(walk, prepared, shown)
  else for (const item of shown) visitItem(walk, item, walk.answers.get(item.code))
}

function hide({ answers, others, errors }: Walk, { question, items }: PreparedQuestion): void {
  const { code: at } = question
  if (answers.has(at)) errors.push({ code: 'hidden_answer', at })
  const stray = [at, ...items.map((item) => item.code)].find((code) => others.has(code))
  if (stray !== undefined) errors.push({ code: 'other_stray', at: stray })
}

function visitMatrix(walk: Walk, { question, items }: PreparedQuestion, shown: readonly Item[]): void {
  if (walk.others.has(question.code)) walk.errors.push({ code: 'other_stray', at: question.code })
  const raw = walk.answers.get(question.code)
  if (raw !== undefined && (typeof raw !== 'object' || Array.isArray(raw))) {
    walk.shown.push(...shown.map(({ code }) => code))
    walk.errors.push({ code: 'wrong_type', at: question.code })
    return
  }
  // An object of JSON: what is not one was refused above.
  const rows = given(raw as Record<string, unknown> | undefined)
  for (const item of items) {
    const row = item.row?.code ?? ''
    if (shown.includes(item)) visitItem(walk, item, rows.get(row))
    else if (rows.has(row)) walk.errors.push({ code: 'hidden_answer', at: item.code })
    rows.delete(row)
  }
  for (const row of rows.keys()) walk.errors.push({ code: 'unknown_row', at: `${question.code}.${row}` })
  gatherRows(walk, question.code, shown)
}

function gatherRows({ values }: Walk, code: string, shown: readonly Item[]): void {
  const answered = shown.flatMap((item) => {
    const value = values.get(item.code)
    return typeof value === 'string' || typeof value === 'number' ? [[item.row?.code ?? '', value] as const] : []
  })
  const value: MatrixValue = Object.fromEntries(answered)
  if (answered.length > 0) values.set(code, value)
}

function visitItem(walk: Walk, item: Item, raw: unknown): void {
  const { code: at } = item
  walk.shown.push(at)
  const verdict = isNone(raw) ? undefined : judgeValue(item, raw, walk.offered)
  const value = verdict !== undefined && 'value' in verdict ? verdict.value : undefined
  const codes: AnswerErrorCode[] = verdict !== undefined && 'errors' in verdict ? [...verdict.errors] : []
  const text = judgeOther(item, value, walk.others.get(at), codes)
  if (walk.complete && codes.length === 0) codes.push(...missed(item, value))
  walk.errors.push(...codes.map((code) => ({ code, at })))
  if (value === undefined || codes.length > 0) return
  walk.values.set(at, value)
  if (text !== undefined) walk.otherTexts.set(at, text)
  if ([value].flat().some((code) => typeof code === 'string' && item.options.get(code)?.end)) walk.ended = true
}

/** The text of «другое», cleaned; adds to `codes` what is wrong with it. */
function judgeOther(item: Item, value: Value | undefined, raw: unknown, codes: AnswerErrorCode[]): string | undefined {
  const other = otherOption(item)
  const chosen = other !== undefined && [value].flat().includes(other.code)
  if (isNone(raw)) {
    if (chosen) codes.push('other_missing')
    return undefined
  }
  if (!chosen) codes.push('other_stray')
  else if (typeof raw !== 'string') codes.push('wrong_type')
  else if (lengthOf(cleanText(raw)) > longestOther) codes.push('too_long')
  else return cleanText(raw)
  return undefined
}

/** What a complete set lacks here. */
function missed({ question, type }: Item, value: Value | undefined): AnswerErrorCode[] {
  if (value === undefined) return question.required && type !== 'note' ? ['required'] : []
  const few = type === 'many' && typeof question.min === 'number' && [value].flat().length < question.min
  return few ? ['too_few'] : []
}
