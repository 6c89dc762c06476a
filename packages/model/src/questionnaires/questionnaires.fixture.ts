import { readFileSync } from 'node:fs'
import { type AnswerSet, judge, prepare, type Prepared } from './answering/index.ts'
import type { Page, Question, Questionnaire } from './document/types.ts'
import { parseQuestionnaire } from './document/parse.ts'

const ru = (text: string) => ({ ru: text })

/** A question with only what the test is about; options by their codes, marked: `hard?` missing, `other+` other, `no!` end, `none^` exclusive. */
export function ask(
  code: string,
  type: Question['type'],
  { options, rows, ...more }: Partial<Omit<Question, 'options' | 'rows'>> & { options?: string; rows?: string } = {},
): Question {
  const marks = { '?': 'missing', '+': 'other', '!': 'end', '^': 'exclusive' } as const
  const optionOf = (word: string) => {
    const found = Object.entries(marks).filter(([mark]) => word.includes(mark))
    const bare = word.replace(/[?+!^]/g, '')
    return { code: bare, text: ru(bare), ...Object.fromEntries(found.map(([, name]) => [name, true])) }
  }
  return {
    code,
    type,
    text: ru(code),
    ...(options !== undefined && { options: options.split(' ').filter(Boolean).map(optionOf) }),
    ...(rows !== undefined && { rows: rows.split(' ').map((row) => ({ code: row, text: ru(row) })) }),
    ...more,
  }
}

export const questionnaireOf = (questions: readonly Question[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  format: 'otklik-questionnaire/1',
  code: 'test',
  title: ru('Проба'),
  languages: ['ru'],
  pages: questions.map((question, at): Page => ({ code: `p${at + 1}`, questions: [question] })),
  ...more,
})

export const prepared = (questions: readonly Question[], more: Partial<Questionnaire> = {}): Prepared =>
  prepare(questionnaireOf(questions, more))

/** Errors as `code at`, in the order they were found. */
export const errorsOf = (form: Prepared, set: Omit<AnswerSet, 'id'>): string[] =>
  judge(form, set).errors.map(({ code, at }) => `${code} ${at}`)

const parsed = parseQuestionnaire(readFileSync(new URL('./built-in/form-1.json', import.meta.url), 'utf8'))
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
/** Form 1 of the Порядок, as the project keeps it. */
export const form1: Questionnaire = parsed.questionnaire
