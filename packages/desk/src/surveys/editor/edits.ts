import type { Option, Page, Question, Questionnaire, QuestionType, Row, Text } from '@otklik/model/questionnaires'

/** A change of a document: pure, so that it can be undone by keeping the document before. */
export type Edit = (document: Questionnaire) => Questionnaire

const withPages = (document: Questionnaire, pages: readonly Page[]): Questionnaire => ({ ...document, pages })

/** A code of this kind that nothing in the document has yet: `q12`. */
export function freshCode(document: Questionnaire, kind: 'q' | 'p'): string {
  const taken = new Set(document.pages.flatMap((page) => [page.code, ...page.questions.map(({ code }) => code)]))
  return firstFree(kind, taken)
}

export const freshEntry = (kind: 'a' | 'r', entries: readonly { readonly code: string }[]): string =>
  firstFree(kind, new Set(entries.map(({ code }) => code)))

function firstFree(kind: string, taken: ReadonlySet<string>): string {
  let number = taken.size + 1
  while (taken.has(`${kind}${number}`)) number++
  return `${kind}${number}`
}

/** What a new question of a type begins with. */
export function newQuestion(code: string, type: QuestionType): Question {
  const options: Option[] = ['a1', 'a2'].map((one) => ({ code: one, text: {} }))
  const base: Question = { code, type, text: {} }
  if (type === 'one' || type === 'many') return { ...base, options }
  if (type === 'scale') return { ...base, min: 1, max: 5 }
  if (type === 'matrix') return { ...base, min: 1, max: 5, rows: [{ code: 'r1', text: {} }] }
  return base
}

/** The same question under another type: what both have stays. */
export function retyped(question: Question, type: QuestionType): Question {
  const { code, number, text, hint, sourceText, required, added, showIf, measure, options, rows } = question
  const kept = { code, number, text, hint, sourceText, required, added, showIf, measure }
  const fresh = newQuestion(code, type)
  const choices = type === 'one' || type === 'many' ? { options: options ?? fresh.options } : {}
  return withoutAbsent({
    ...fresh,
    ...kept,
    ...choices,
    type,
    ...(type === 'matrix' ? { rows: rows ?? fresh.rows } : {}),
  })
}

/** A field that is not there is no field: the document is compared and kept as JSON. */
export const withoutAbsent = <T extends object>(value: T): T =>
  // Only fields that are undefined go, which the type calls optional.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

export const changeQuestion =
  (code: string, change: (question: Question) => Question): Edit =>
  (document) =>
    withPages(
      document,
      document.pages.map((page) => ({
        ...page,
        questions: page.questions.map((one) => (one.code === code ? withoutAbsent(change(one)) : one)),
      })),
    )

export const changePage =
  (code: string, change: (page: Page) => Page): Edit =>
  (document) =>
    withPages(
      document,
      document.pages.map((page) => (page.code === code ? withoutAbsent(change(page)) : page)),
    )

export const addQuestion =
  (page: string, question: Question, after?: string): Edit =>
  (document) =>
    changePage(page, ({ questions, ...one }) => {
      const at = after === undefined ? questions.length : questions.findIndex(({ code }) => code === after) + 1
      return { ...one, questions: questions.toSpliced(at, 0, question) }
    })(document)

/** The last question of a page takes the page with it: no page is empty. The last of all stays. */
export const removeQuestion =
  (code: string): Edit =>
  (document) => {
    const pages = document.pages
      .map((page) => ({ ...page, questions: page.questions.filter((one) => one.code !== code) }))
      .filter(({ questions }) => questions.length > 0)
    return pages.length === 0 ? document : withPages(document, pages)
  }

export const addPage =
  (page: Page, after: string): Edit =>
  (document) =>
    withPages(document, document.pages.toSpliced(document.pages.findIndex(({ code }) => code === after) + 1, 0, page))

export const removePage =
  (code: string): Edit =>
  (document) =>
    document.pages.length === 1
      ? document
      : withPages(
          document,
          document.pages.filter((page) => page.code !== code),
        )

/** One place up (-1) or down (1); where there is none, the list stays. */
export function moved<T extends { readonly code: string }>(list: readonly T[], code: string, by: -1 | 1): readonly T[] {
  const at = list.findIndex((one) => one.code === code)
  const [one, to] = [list[at], at + by]
  return one === undefined || to < 0 || to >= list.length ? list : list.toSpliced(at, 1).toSpliced(to, 0, one)
}

export const movePage =
  (code: string, by: -1 | 1): Edit =>
  (document) =>
    withPages(document, moved(document.pages, code, by))

/** Past the first or last question of its page it goes to the page before or after. */
export const moveQuestion =
  (code: string, by: -1 | 1): Edit =>
  (document) => {
    const at = document.pages.findIndex(({ questions }) => questions.some((one) => one.code === code))
    const page = document.pages[at]
    if (page === undefined) return document
    const questions = moved(page.questions, code, by)
    if (questions !== page.questions) return withPages(document, document.pages.with(at, { ...page, questions }))
    const next = document.pages[at + by]
    return next === undefined ? document : moveToPage(code, next.code, by === 1 ? 'first' : 'last')(document)
  }

export const moveToPage =
  (code: string, to: string, place: 'first' | 'last' = 'last'): Edit =>
  (document) => {
    const question = document.pages.flatMap(({ questions }) => questions).find((one) => one.code === code)
    if (question === undefined || !document.pages.some((page) => page.code === to)) return document
    const without = document.pages.map((page) => ({
      ...page,
      questions: page.questions.filter((one) => one.code !== code),
    }))
    const pages = without.map((page) => {
      if (page.code !== to) return page
      return { ...page, questions: place === 'first' ? [question, ...page.questions] : [...page.questions, question] }
    })
    return withPages(
      document,
      pages.filter(({ questions }) => questions.length > 0),
    )
  }

/** A text with one language set; an emptied one is left out. */
export function withText(text: Text | undefined, language: string, value: string): Text {
  const { [language]: _, ...others } = text ?? {}
  return value === '' ? others : { ...others, [language]: value }
}

/** A text that need not be there: none where no language has it. */
export const orAbsent = (text: Text): Text | undefined => (Object.keys(text).length === 0 ? undefined : text)

/** Codes of the items that stand before a question or a page: what its condition may ask about. */
export function itemsBefore(document: Questionnaire, code: string): string[] {
  const before: string[] = []
  for (const page of document.pages) {
    if (page.code === code) return before
    for (const question of page.questions) {
      if (question.code === code) return before
      before.push(...itemsOf(question))
    }
  }
  return before
}

function itemsOf({ code, type, rows = [] }: Question): string[] {
  if (type === 'note') return []
  return type === 'matrix' ? rows.map((row: Row) => `${code}.${row.code}`) : [code]
}
