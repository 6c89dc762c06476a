import { cleanText, type Fields, readFields } from '@otklik/model/questionnaires'
import { isProof, PLAIN, type Proof, type State } from '../state/index.ts'
import type { Survey } from '../survey.ts'

export type Posted = ReadonlyMap<string, string>

/** Of each field the first value: what the page itself sends along is there once. */
export const firstOf = (fields: Fields): Posted => {
  const first = new Map<string, string>()
  for (const [name, value] of fields) if (!first.has(name)) first.set(name, value)
  return first
}

const LONGEST_FIND = 100

/** The state with what stands in the fields of its page, valid or not. Answers of other pages stay as they are. */
export function typedInto(survey: Survey, state: State, fields: Fields): State {
  const posted = firstOf(fields)
  return {
    ...state,
    ...answersFrom(survey, state, fields),
    ...switched(survey, state, posted.get('_set')),
    find: soughtIn(survey, state, posted),
    proof: proofFrom(state, posted.get('_p')),
    trap: state.trap || (posted.get('_url') ?? '') !== '',
    script: state.script || posted.get('_s') === '1',
  }
}

function answersFrom({ prepared }: Survey, state: State, fields: Fields): Pick<State, 'answers' | 'other'> {
  const read = readFields(prepared, fields)
  const here = prepared.questions.filter(({ page }) => page.code === state.page)
  const taken = new Set(here.flatMap(({ question, items }) => [question.code, ...items.map(({ code }) => code)]))
  const merge = (kept: Readonly<Record<string, unknown>>, came: Readonly<Record<string, unknown>>) => ({
    ...Object.fromEntries(Object.entries(kept).filter(([code]) => !taken.has(code))),
    ...Object.fromEntries(Object.entries(came).filter(([code]) => taken.has(code))),
  })
  return { answers: merge(state.answers, read.answers), other: merge(state.other, read.other) }
}

/** A switch of the view or the language: `large`, `usual`, `contrast`, `plain`, `lang:tt`. */
export function switched(
  { languages }: Pick<Survey, 'languages'>,
  { view, language }: Pick<State, 'view' | 'language'>,
  to: string | undefined,
): Pick<State, 'view' | 'language'> {
  if (to === 'large' || to === 'usual') return { language, view: { ...view, large: to === 'large' } }
  if (to === 'contrast' || to === 'plain') return { language, view: { ...view, contrast: to === 'contrast' } }
  const wanted = to?.startsWith('lang:') ? languages.find((one) => `lang:${one}` === to) : undefined
  return { view: view ?? PLAIN, language: wanted ?? language }
}

function soughtIn({ prepared }: Survey, state: State, posted: Posted): State['find'] {
  const find: Record<string, string> = { ...state.find }
  for (const { question, page } of prepared.questions) {
    const sought = page.code === state.page ? posted.get(`${question.code}.find`) : undefined
    if (sought !== undefined) find[question.code] = cleanText(sought).slice(0, LONGEST_FIND)
  }
  return find
}

function proofFrom({ proof, nonce }: State, solution: string | undefined): Proof {
  if (proof === 'good' || solution === undefined || solution === '') return proof
  return isProof(nonce, solution) ? 'good' : 'bad'
}
