import type { Comparison, Question } from '../document/types.ts'
import type { AnswerError, AnswerErrorCode, AnswerSet, Judged, Outcome } from './answer-set.ts'
import { cleanText, lengthOf } from './clean-text.ts'
import { type Lookup, type MatrixValue, truth, type Value } from './conditions.ts'
import { isNone, judgeValue, type Offered } from './judge-value.ts'
import type { Item, Prepared, PreparedQuestion } from './prepare.ts'

const longestOther = 500

/** Entries of the register's lists, by the questionnaire's name for the list: `{ services: new Set(['1', '2']) }`. */
export type KnownLists = Readonly<Record<string, { has(code: string): boolean } | undefined>>
/** What judging needs of an answer set. */
export type ToJudge = Pick<AnswerSet, 'answers' | 'other' | 'attributes' | 'state'>

/** Where answers come from while a questionnaire is gone through: a set, or a generator of random ones. */
export interface Source {
  /** The answer to a question of which these items are shown; hidden questions are asked for too, with none. */
  answer(prepared: PreparedQuestion, shown: readonly Item[], values: ReadonlyMap<string, Value>): unknown
  /** The text of «другое» for a question or row, asked for after the answer. */
  other(at: string): unknown
  readonly attributes?: AnswerSet['attributes']
}

/** What is known on the way through a questionnaire. */
interface Walk {
  readonly source: Source
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
  const answers = given(set.answers)
  const others = given(set.other)
  const source: Source = {
    answer: ({ question }) => answers.get(question.code),
    other: (at) => others.get(at),
    attributes: set.attributes,
  }
  const unknown = unknownIn(prepared, answers, others)
  return goThrough(prepared, source, { lists, complete: set.state !== 'partial', errors: unknown })
}

/** The same for answers that are made on the way. `errors` are those found before. */
export function goThrough(
  prepared: Prepared,
  source: Source,
  { lists = {}, complete = true, errors = [] }: { lists?: KnownLists; complete?: boolean; errors?: AnswerError[] } = {},
): Judged {
  const values = new Map<string, Value>()
  const walk: Walk = {
    source,
    complete,
    lookup: lookupIn(values, source.attributes),
    offered: offeredBy(values, lists),
    pages: new Map(),
    shown: [],
    errors: [...errors],
    values,
    otherTexts: new Map(),
    ended: false,
  }
  for (const question of prepared.questions) visit(walk, question)
  const outcome: Outcome = walk.ended ? 'screened' : complete ? 'complete' : 'partial'
  return {
    ok: walk.errors.length === 0,
    outcome,
    shown: walk.shown,
    errors: walk.errors,
    values,
    others: walk.otherTexts,
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

type Given = ReadonlyMap<string, unknown>

function unknownIn({ byCode, items }: Prepared, answers: Given, others: Given): AnswerError[] {
  const unknown = new Set([...answers.keys()].filter((at) => !byCode.has(at)))
  for (const at of others.keys()) if (!byCode.has(at) && !items.has(at)) unknown.add(at)
  return [...unknown].map((at) => ({ code: 'unknown_question', at }))
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
  const isMet = ({ showIf }: { showIf?: Question['showIf'] }): boolean =>
    showIf === undefined || truth(showIf, walk.lookup) === true
  const open = !walk.ended && isPageShown(walk, prepared) && isMet(question)
  const shown = open ? prepared.items.filter(({ row }) => row === undefined || isMet(row)) : []
  const raw = walk.source.answer(prepared, shown, walk.values)
  if (shown.length === 0) hide(walk, prepared, raw)
  else if (question.type === 'matrix') visitMatrix(walk, prepared, shown, raw)
  else for (const item of shown) visitItem(walk, item, raw)
}

function hide({ source, errors }: Walk, { question, items }: PreparedQuestion, raw: unknown): void {
  const { code: at } = question
  if (!isNone(raw)) errors.push({ code: 'hidden_answer', at })
  const stray = [at, ...items.map((item) => item.code)].find((code) => !isNone(source.other(code)))
  if (stray !== undefined) errors.push({ code: 'other_stray', at: stray })
}

function visitMatrix(walk: Walk, { question, items }: PreparedQuestion, shown: readonly Item[], raw: unknown): void {
  if (!isNone(walk.source.other(question.code))) walk.errors.push({ code: 'other_stray', at: question.code })
  if (!isNone(raw) && (typeof raw !== 'object' || Array.isArray(raw))) {
    walk.shown.push(...shown.map(({ code }) => code))
    walk.errors.push({ code: 'wrong_type', at: question.code })
    return
  }
  // An object of JSON: what is not one was refused above.
  const rows = given((raw ?? {}) as Record<string, unknown>)
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
  const text = judgeOther(item, value, walk.source.other(at), codes)
  if (walk.complete && codes.length === 0) codes.push(...missed(item, value))
  walk.errors.push(...codes.map((code) => ({ code, at })))
  if (value === undefined || codes.length > 0) return
  walk.values.set(at, value)
  if (text !== undefined) walk.otherTexts.set(at, text)
  if (item.question.options?.some(({ end, code }) => end && holds(value, code))) walk.ended = true
}

/** Whether an answer is the option, or has it among others. */
const holds = (value: Value | undefined, code: string): boolean =>
  value === code || (Array.isArray(value) && value.includes(code))

/** The text of «другое», cleaned; adds to `codes` what is wrong with it. */
function judgeOther(item: Item, value: Value | undefined, raw: unknown, codes: AnswerErrorCode[]): string | undefined {
  const { other } = item
  const chosen = other !== undefined && holds(value, other.code)
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
  const few = type === 'many' && typeof question.min === 'number' && Array.isArray(value) && value.length < question.min
  return few ? ['too_few'] : []
}
