import type { Option, Page, Question, Questionnaire, Row } from '../document/types.ts'

/** What one answer is given to: a question, or a row of a matrix. */
export interface Item {
  /** `q5`, or `q6.site` of a row. */
  readonly code: string
  readonly question: Question
  readonly row?: Row
  /** The kind of its answer: a row is answered like a scale or a choice of one. */
  readonly type: Exclude<Question['type'], 'matrix'>
  readonly options: ReadonlyMap<string, Option>
  /** The option that asks for a text. */
  readonly other?: Option
  /** Codes of the questionnaire's own list. */
  readonly entries?: ReadonlySet<string>
}

export interface PreparedQuestion {
  readonly question: Question
  readonly page: Page
  /** The question itself, or the rows of a matrix. */
  readonly items: readonly Item[]
}

/** A questionnaire with what judging needs at hand. Made once, used for any number of answer sets. */
export interface Prepared {
  readonly questionnaire: Questionnaire
  /** In order, over all pages. */
  readonly questions: readonly PreparedQuestion[]
  readonly byCode: ReadonlyMap<string, PreparedQuestion>
  readonly items: ReadonlyMap<string, Item>
}

/** Needs a questionnaire without errors; texts are not looked at. */
export function prepare(questionnaire: Questionnaire): Prepared {
  const questions = questionnaire.pages.flatMap((page) =>
    page.questions.map((question) => ({ question, page, items: itemsOf(question, questionnaire) })),
  )
  return {
    questionnaire,
    questions,
    byCode: new Map(questions.map((prepared) => [prepared.question.code, prepared])),
    items: new Map(questions.flatMap(({ items }) => items.map((item) => [item.code, item]))),
  }
}

function itemsOf(question: Question, { lists = {} }: Questionnaire): Item[] {
  const { code, type, rows = [], list } = question
  const options = new Map((question.options ?? []).map((option) => [option.code, option]))
  const other = question.options?.find((option) => option.other)
  if (type === 'matrix') {
    const asRow = question.options ? 'one' : 'scale'
    return rows.map((row) => ({ code: `${code}.${row.code}`, question, row, type: asRow, options, other }))
  }
  const own = list !== undefined && Object.hasOwn(lists, list) ? lists[list] : undefined
  const entries = Array.isArray(own) ? { entries: new Set(own.map((entry) => entry.code)) } : {}
  return [{ code, question, type, options, other, ...entries }]
}
