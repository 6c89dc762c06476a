import type { AnswerError, Text } from '@otklik/model/questionnaires'
import { type Say, sayIn, textIn } from '../texts/index.ts'
import type { State } from '../state/index.ts'
import type { Survey } from '../survey.ts'

/** Speaks of a survey in the respondent's language. */
export interface Teller {
  readonly survey: Survey
  readonly say: Say
  /** A text of the questionnaire or the campaign. */
  readonly tell: (text: Text | undefined) => string
}

/** What every part of a page of questions looks at. */
export interface PageView extends Teller {
  readonly state: State
  readonly errors: readonly AnswerError[]
}

export const tellerOf = (survey: Survey, language: string): Teller => ({
  survey,
  say: sayIn(language),
  tell: (text) => textIn(text, language, survey.languages[0] ?? language),
})

export const pageView = (survey: Survey, state: State, errors: readonly AnswerError[] = []): PageView => ({
  ...tellerOf(survey, state.language),
  state,
  errors,
})
