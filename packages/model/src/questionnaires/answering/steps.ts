import type { Question } from '../document/types.ts'
import type { AnswerError, AnswersSoFar, Judged } from './answer-set.ts'
import { type Lookup, OPEN, truth } from './conditions.ts'
import { judge, type KnownLists, lookupIn } from './judge.ts'
import type { Prepared, PreparedQuestion } from './prepare.ts'

/** What one page of the public form needs. Pages are their codes; null where there is none. */
export interface Step {
  /** The page itself; null when everything that was to be asked has been. */
  readonly page: string | null
  /** Shown on it: questions, of a matrix its rows (`q6.site`). */
  readonly shown: readonly string[]
  readonly next: string | null
  readonly previous: string | null
  /** 0–1: what lies behind, of all that may still be shown. Never falls on the way forward. */
  readonly progress: number
  /** What is wrong on this page if one wants to go on; going back asks for nothing. */
  readonly errors: readonly AnswerError[]
  /** The answers so far end the interview (`end`). */
  readonly screened: boolean
}

/**
 * Where a respondent stands with the answers so far: on `page`, or on the first page where it is null or no longer shown.
 * @param options.lists entries of the register's lists, as for `judge`.
 */
export function stepAt(
  prepared: Prepared,
  soFar: AnswersSoFar,
  page: string | null,
  { lists }: { lists?: KnownLists } = {},
): Step {
  const judged = judge(prepared, soFar, lists)
  const pages = shownPages(prepared, judged)
  const at = Math.max(0, pages.indexOf(page ?? ''))
  const here = pages[at] ?? null
  return {
    page: here,
    shown: judged.shown.filter((code) => pageOf(prepared, code) === here),
    next: pages[at + 1] ?? null,
    previous: pages[at - 1] ?? null,
    progress: here === null ? 1 : progressAt(prepared, soFar, judged, here),
    errors: judged.errors.filter((error) => pageOf(prepared, error.at) === here),
    screened: judged.outcome === 'screened',
  }
}

/** The page that asks for a question or row; undefined for what is no part of the questionnaire. */
export function pageOf({ byCode }: Prepared, at: string): string | undefined {
  return (byCode.get(at) ?? byCode.get(at.split('.')[0] ?? ''))?.page.code
}

const shownPages = (prepared: Prepared, { shown }: Judged): string[] => [
  ...new Set(shown.map((code) => pageOf(prepared, code) ?? '')),
]

/** Items of passed pages, of those and of all that are or may still be shown from this page on. */
function progressAt(prepared: Prepared, soFar: AnswersSoFar, judged: Judged, here: string): number {
  const from = prepared.questions.findIndex(({ page }) => page.code === here)
  const passed = prepared.questions.slice(0, from).flatMap(({ items }) => items)
  const shown = passed.filter(({ code }) => judged.shown.includes(code)).length
  const ahead = prepared.questions.slice(from)
  const lookup = openAhead(ahead, judged, soFar)
  const possible = ahead.reduce((sum, question) => sum + possibleItems(question, lookup), 0)
  return shown / (shown + possible)
}

/** The same lookup, with the questions ahead that are not answered yet left open. */
function openAhead(ahead: readonly PreparedQuestion[], { values }: Judged, { attributes }: AnswersSoFar): Lookup {
  const open = new Set(ahead.flatMap(({ question, items }) => [question.code, ...items.map(({ code }) => code)]))
  const known = lookupIn(values, attributes)
  return (asked) => known(asked) ?? (asked.question !== undefined && open.has(asked.question) ? OPEN : undefined)
}

function possibleItems({ question, page, items }: PreparedQuestion, lookup: Lookup): number {
  const may = ({ showIf }: Pick<Question, 'showIf'>): boolean => showIf === undefined || truth(showIf, lookup) !== false
  return may(page) && may(question) ? items.filter(({ row }) => row === undefined || may(row)).length : 0
}

/** Answers to what is not shown left out: a respondent who went back and chose otherwise did nothing wrong. */
export function withoutHidden<T extends AnswersSoFar>(prepared: Prepared, soFar: T, lists?: KnownLists): T {
  const shown = new Set(judge(prepared, soFar, lists).shown)
  const answers = Object.entries(soFar.answers).flatMap(([code, raw]) => {
    const question = prepared.byCode.get(code)
    if (question?.question.type !== 'matrix') return shown.has(code) ? [[code, raw] as const] : []
    return question.items.some((item) => shown.has(item.code)) ? [[code, shownRows(question, raw, shown)] as const] : []
  })
  const other = Object.entries(soFar.other ?? {}).filter(([code]) => shown.has(code))
  return { ...soFar, answers: Object.fromEntries(answers), other: Object.fromEntries(other) }
}

function shownRows({ question, items }: PreparedQuestion, raw: unknown, shown: ReadonlySet<string>): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
  const hidden = new Set(items.filter(({ code }) => !shown.has(code)).map(({ code }) => code))
  return Object.fromEntries(Object.entries(raw).filter(([row]) => !hidden.has(`${question.code}.${row}`)))
}
