import {
  type AnswerError,
  type AnswersSoFar,
  type Fields,
  judge,
  type Judged,
  pageOf,
  type Step,
  stepAt,
  withoutHidden,
} from '@otklik/model/questionnaires'
import { type State, TOKEN_LIFE_MS } from '../state/index.ts'
import { knownLists } from '../survey-lists.ts'
import type { Survey } from '../survey.ts'
import { firstOf, type Posted, typedInto } from './typed.ts'

export type Notice = 'old' | 'version'

/** A state that holds again, and why it had to be made anew. */
export interface Renewed {
  readonly state: State
  readonly notice: Notice
}

/** What comes of a page that was sent. */
export type Stepped =
  /** Go to the state's page; `at` is the first question that has come up on it. */
  | { readonly kind: 'page'; readonly state: State; readonly at?: string }
  /** The same page once more, with a word why. */
  | ({ readonly kind: 'again' } & Renewed)
  | { readonly kind: 'errors'; readonly state: State; readonly errors: readonly AnswerError[] }
  /** All is answered and right: what is to be kept. */
  | { readonly kind: 'finish'; readonly state: State; readonly response: Response }

/** A finished way through the questionnaire, cleaned: only what was shown. */
export interface Response {
  readonly outcome: 'complete' | 'screened'
  readonly answers: Readonly<Record<string, unknown>>
  readonly other: Readonly<Record<string, string>>
  readonly judged: Judged
}

/** Answers and attributes as conditions see them. */
export const soFarOf = (survey: Survey, { answers, other, language }: State): AnswersSoFar => ({
  answers,
  other,
  attributes: { ...survey.attributes, language },
})

/** Where a state stands: its page with what is shown there now. */
export function standing(survey: Survey, state: State): Step {
  const lists = knownLists(survey.lists)
  const clean = withoutHidden(survey.prepared, soFarOf(survey, state), lists)
  return stepAt(survey.prepared, clean, state.page, { lists })
}

/** One page of the form was sent: where to go. Nothing is stored here. @param sent a state whose signature holds. */
export function step(survey: Survey, sent: State, fields: Fields, now: Date): Stepped {
  const posted = firstOf(fields)
  const typed = typedInto(survey, sent, fields)
  const renewed = renew(survey, typed, now)
  if (renewed) return { kind: 'again', ...renewed }
  const at = standing(survey, typed)
  const state = { ...typed, page: at.page ?? typed.page }
  if (isStay(sent, typed, posted)) return { kind: 'page', state }
  if (posted.get('_go') === 'back') return { kind: 'page', state: leave(state, at.previous ?? state.page, now) }
  return forward(survey, state, { at, seen: seenOf(survey, sent, typed) }, now)
}

/** An old token, or one of an earlier version: the page is shown again with the answers, to be looked at. Undefined: the state holds. */
export function renew(survey: Survey, state: State, now: Date): Renewed | undefined {
  const isOld = state.expires <= now.getTime()
  const isOther = state.version !== survey.version
  if (!isOld && !isOther) return undefined
  const language = survey.languages.includes(state.language) ? state.language : (survey.languages[0] ?? state.language)
  const renewed = { ...state, language, version: survey.version, since: now.getTime() }
  const page = standing(survey, renewed).page ?? renewed.page
  const expires = now.getTime() + TOKEN_LIFE_MS
  return { state: { ...renewed, page, expires }, notice: isOther ? 'version' : 'old' }
}

/** Buttons that only change the page, and Enter in a field of search. */
function isStay(sent: State, typed: State, posted: Posted): boolean {
  const go = posted.get('_go')
  if (posted.has('_set') || posted.has('_find') || go === 'stay') return true
  const isSought = Object.entries(typed.find).some(([code, text]) => text !== (sent.find[code] ?? ''))
  return go === 'enter' && isSought
}

/** What stood on the page that was sent; undefined: a script has shown whatever came up. */
const seenOf = (survey: Survey, sent: State, { script }: State): readonly string[] | undefined =>
  script ? undefined : standing(survey, sent).shown

interface Standing {
  readonly at: Step
  readonly seen: readonly string[] | undefined
}

function forward(survey: Survey, state: State, { at, seen = at.shown }: Standing, now: Date): Stepped {
  // Without a script a question that an answer of the same page brings up has not been seen yet: no fault of theirs.
  const unseen = at.shown.filter((code) => !seen.includes(code))
  const errors = at.errors.filter(({ at: code }) => !unseen.includes(code))
  if (errors.length > 0) return { kind: 'errors', state, errors }
  if (unseen.length > 0) return { kind: 'page', state, at: unseen[0] }
  const passed = { ...state, passed: [...new Set([...state.passed, state.page])] }
  return at.next === null ? finish(survey, passed, now) : { kind: 'page', state: leave(passed, at.next, now) }
}

function finish(survey: Survey, state: State, now: Date): Stepped {
  const { prepared } = survey
  const lists = knownLists(survey.lists)
  const judged = judge(prepared, withoutHidden(prepared, soFarOf(survey, state), lists), lists)
  const [first] = judged.errors
  // An answer of an earlier page that no longer fits, after going back: shown where it is.
  if (first !== undefined || judged.outcome === 'partial') {
    const page = (first && pageOf(prepared, first.at)) ?? state.page
    return { kind: 'errors', state: leave(state, page, now), errors: standing(survey, { ...state, page }).errors }
  }
  const kept = prepared.questions.flatMap(({ question: { code } }) => {
    const value = judged.values.get(code)
    return value === undefined ? [] : [[code, value] as const]
  })
  const response: Response = {
    outcome: judged.outcome,
    answers: Object.fromEntries(kept),
    other: Object.fromEntries(judged.others),
    judged,
  }
  return { kind: 'finish', state: leave(state, state.page, now), response }
}

/** Times are told by the server's clock, to tenths of a second. */
function leave(state: State, page: string, now: Date): State {
  const spent = Math.max(0, now.getTime() - state.since) / 1000
  const times = { ...state.times, [state.page]: Math.round(((state.times[state.page] ?? 0) + spent) * 10) / 10 }
  return { ...state, page, times, since: now.getTime() }
}
