import type { Condition, Page, Question, Questionnaire, Row, Text } from '../document/types.ts'

/** A part of the document that has a code and a text, and where it stands. */
export interface Part {
  readonly at: string
  readonly code: string
  readonly text: Text
  /** Codes are unique among parts of the same family. */
  readonly family: string
  readonly isQuestion: boolean
}

const part = (at: string, family: string, { code, text }: { code: string; text: Text }, isQuestion = false): Part => ({
  at,
  code,
  text,
  family,
  isQuestion,
})

/** Every question, option, row and entry of a list, in order. */
export function partsOf({ pages, lists = {} }: Questionnaire): Part[] {
  const questions = pages.flatMap((page) => page.questions).flatMap(partsOfQuestion)
  const entries = Object.entries(lists).flatMap(([name, list]) =>
    Array.isArray(list) ? list.map((entry) => part(`lists.${name}.${entry.code}`, `list ${name}`, entry)) : [],
  )
  return [...questions, ...entries]
}

const partsOfQuestion = (question: Question, at: number): Part[] => [
  part(question.code, 'question', question, true),
  ...(question.options ?? []).map((option) => part(`${question.code}.${option.code}`, `option ${at}`, option)),
  ...(question.rows ?? []).map((row) => part(`${question.code}.${row.code}`, `row ${at}`, row)),
]

/** Something that may have a condition of when it is shown. */
export interface Conditional {
  readonly at: string
  readonly showIf: Condition
  /** Questions before this one may be asked for. */
  readonly before: number
  readonly page: Page
  readonly question?: Question
  readonly row?: Row
}

/** Every condition of showing: of a page, then of its questions and their rows. */
export function conditionalsOf({ pages }: Questionnaire): Conditional[] {
  let before = 0
  return pages.flatMap((page) => {
    const ofPage = page.showIf ? [{ at: page.code, showIf: page.showIf, before, page }] : []
    return [...ofPage, ...page.questions.flatMap((question) => conditionalsOfQuestion(question, page, before++))]
  })
}

function conditionalsOfQuestion(question: Question, page: Page, before: number): Conditional[] {
  const own = question.showIf ? [{ at: question.code, showIf: question.showIf, before, page, question }] : []
  const ofRows = (question.rows ?? []).flatMap((row) =>
    row.showIf ? [{ at: `${question.code}.${row.code}`, showIf: row.showIf, before, page, question, row }] : [],
  )
  return [...own, ...ofRows]
}
