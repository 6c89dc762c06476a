import type { Item, Prepared } from '@otklik/model/questionnaires'
import { judge } from '@otklik/model/questionnaires'

/** An answered questionnaire, as far as its open answers go. */
export interface AnsweredSet {
  readonly answers: Readonly<Record<string, unknown>>
  readonly other: Readonly<Record<string, string>>
  /** Of the link, for conditions. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface OpenAnswer {
  readonly question: string
  /** Empty where somebody was asked and wrote nothing. */
  readonly text: string
}

/**
 * What somebody wrote in their own words; one empty answer where they were asked and wrote nothing. None at all where the
 * questionnaire asked for a consent that was not given.
 */
export function openAnswersOf(prepared: Prepared, { answers, other, attributes }: AnsweredSet): OpenAnswer[] {
  const { shown } = judge(prepared, { answers, other, attributes })
  const asked = shown.flatMap((at) => prepared.items.get(at) ?? [])
  if (asked.some(({ code, type }) => type === 'consent' && answers[code] !== true)) return []
  const written = writtenAnswers(asked, answers)
  const first = asked.find(isOpen)
  return written.length > 0 || first === undefined ? written : [{ question: first.code, text: '' }]
}

/** What was written to those questions that ask for a text. */
export const writtenAnswers = (items: readonly Item[], answers: AnsweredSet['answers']): OpenAnswer[] =>
  items.filter(isOpen).flatMap(({ code }) => {
    const text = answers[code]
    return typeof text === 'string' ? [{ question: code, text }] : []
  })

const isOpen = ({ type }: Item): boolean => type === 'text' || type === 'long'

/** How the service was rated, 1 to 5, by the question that measures just that; null: it was not. */
export function ratingOf(prepared: Prepared, { answers }: Pick<AnsweredSet, 'answers'>): number | null {
  const found = prepared.questions.find(({ question }) => question.measure === 'satisfaction_service')
  const given = found && answers[found.question.code]
  return typeof given === 'number' && given >= 1 && given <= 5 ? given : null
}
