import { Compile } from 'typebox/schema'
import { type FieldError, fieldErrors } from '../../shapes/index.ts'
import { conditionFaults } from './condition-faults.ts'
import { nestsDeeperThan } from './nesting.ts'
import { most, questionnaireShape } from './shape.ts'
import type { Page, Questionnaire } from './types.ts'

/** A questionnaire, or why a text or value is none: each fault with its path and a Russian sentence. */
export type Parsed = { readonly questionnaire: Questionnaire } | { readonly faults: readonly FieldError[] }

/** Reads a document as it stands in a file. Never throws. */
export function parseQuestionnaire(text: string): Parsed {
  if (text.length > most.length) return whole('Файл больше 20 МБ: это не анкета.')
  if (nestsDeeperThan(text, most.nesting)) return whole(`Скобки вложены глубже ${most.nesting} уровней: это не анкета.`)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return whole(`Это не JSON: ${placeOf(error)}.`)
  }
  return readQuestionnaire(value)
}

/** Where reading stopped, out of the engine's own message: «… at position 5 (line 1 column 6)». */
function placeOf(error: unknown): string {
  const said = error instanceof Error ? error.message : ''
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? []
  if (line !== undefined) return `ошибка в строке ${line}, знак ${column}`
  return said.includes('end of JSON') ? 'текст обрывается' : 'текст записан иначе'
}

const whole = (message: string): Parsed => ({ faults: [{ path: '', message }] })

let compiled: ReturnType<typeof Compile> | undefined

/** The same of a value of JSON, nested no deeper than a parser of requests lets it be. */
export function readQuestionnaire(value: unknown): Parsed {
  compiled ??= Compile(questionnaireShape)
  if (!compiled.Check(value)) return { faults: fieldErrors(compiled.Errors(value)[1]) }
  // Checked against the shape; texts that are not there yet are put in as empty ones, and conditions are looked at below.
  const questionnaire = withTexts(value as Shaped) as unknown as Questionnaire
  const faults = [...tooMany(questionnaire), ...allConditionFaults(questionnaire)]
  return faults.length > 0 ? { faults } : { questionnaire }
}

function tooMany({ pages }: Questionnaire): FieldError[] {
  const count = pages.reduce((sum, page) => sum + page.questions.length, 0)
  if (count <= most.questions) return []
  return [{ path: 'pages', message: `В анкете ${count} вопросов, а можно не больше ${most.questions}.` }]
}

function allConditionFaults({ pages, contradictions = [] }: Questionnaire): FieldError[] {
  return [
    ...pages.flatMap((page, at) => pageConditionFaults(page, `pages.${at}`)),
    ...contradictions.flatMap((rule, at) => conditionFaults(rule.if, `contradictions.${at}.if`)),
  ]
}

const showIfFaults = ({ showIf }: Pick<Page, 'showIf'>, path: string): FieldError[] =>
  showIf === undefined ? [] : conditionFaults(showIf, `${path}.showIf`)

function pageConditionFaults(page: Page, path: string): FieldError[] {
  const ofQuestions = page.questions.flatMap((question, at) => [
    ...showIfFaults(question, `${path}.questions.${at}`),
    ...(question.rows ?? []).flatMap((row, index) => showIfFaults(row, `${path}.questions.${at}.rows.${index}`)),
  ])
  return [...showIfFaults(page, path), ...ofQuestions]
}

type Shaped = { [key: string]: unknown }

/** Puts an empty text where a part that needs one has none: `check` says so at its place. */
function withTexts(value: Shaped): Shaped {
  const each = (list: unknown, put: (part: Shaped) => Shaped): Shaped[] | undefined =>
    Array.isArray(list) ? list.map(put) : undefined
  const texted = (part: Shaped): Shaped => ({ ...part, text: part.text ?? {} })
  const question = (part: Shaped): Shaped => ({
    ...texted(part),
    ...(part.options !== undefined && { options: each(part.options, texted) }),
    ...(part.rows !== undefined && { rows: each(part.rows, texted) }),
  })
  const { lists } = value
  return {
    ...value,
    title: value.title ?? {},
    ...(lists !== undefined && {
      lists: Object.fromEntries(
        Object.entries(lists as Shaped).map(([name, list]) => [name, each(list, texted) ?? list]),
      ),
    }),
    pages: each(value.pages, (page) => ({ ...page, questions: each(page.questions, question) })),
  }
}
