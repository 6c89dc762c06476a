import type { Questionnaire, Text } from '../document/types.ts'
import { partsOf } from './parts.ts'
import { error, type Problem, warning } from './problems.ts'

const questionCode = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/
const partCode = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/
const documentCode = /^[a-z][a-z0-9_.-]{0,63}$/
const measureCode = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)?$/
const parameterCode = /^[a-z][a-z0-9_]{0,31}$/

const signs = 'Код – до 32 латинских букв, цифр, знаков «_» и «-»'

/** Codes with signs that may not stand in them, and codes that stand twice. */
export function codeProblems(questionnaire: Questionnaire): Problem[] {
  const { code, pages, contradictions = [], parameters = {} } = questionnaire
  const named = [
    ...pages.map((page) => ({ at: page.code, code: page.code, family: 'page', pattern: questionCode })),
    ...partsOf(questionnaire).map(({ isQuestion, ...part }) => ({
      ...part,
      pattern: isQuestion ? questionCode : partCode,
    })),
    ...contradictions.map((rule) => ({ at: rule.code, code: rule.code, family: 'rule', pattern: questionCode })),
    ...Object.keys(parameters).map((name) => ({
      at: `parameters.${name}`,
      code: name,
      family: '',
      pattern: parameterCode,
    })),
  ]
  const seen = new Set<string>()
  const problems = named.flatMap(({ at, code: own, family, pattern }) => {
    const key = `${family}\n${own}`
    const again = seen.has(key)
    seen.add(key)
    if (again) return [error('duplicate_code', at, `Код «${own}» уже занят. Дайте другой.`)]
    return pattern.test(own) ? [] : [error('bad_code', at, `Код «${own}» не подходит. ${startOf(pattern)}.`)]
  })
  const whole = documentCode.test(code)
    ? []
    : [
        error(
          'bad_code',
          'code',
          `Код анкеты «${code}» не подходит: нужны строчные латинские буквы, цифры, точка, «_», «-», первой буква.`,
        ),
      ]
  return [...whole, ...problems, ...measureCodes(questionnaire)]
}

function startOf(pattern: RegExp): string {
  if (pattern === parameterCode) return 'Имя параметра – до 32 строчных латинских букв, цифр и знаков «_», первой буква'
  return pattern === questionCode ? `${signs}, первой буква` : `${signs}, первой буква или цифра`
}

function measureCodes({ pages }: Questionnaire): Problem[] {
  const measured = pages.flatMap(({ questions }) =>
    questions.flatMap(({ code, measure, rows = [] }) => [
      { at: code, measure },
      ...rows.map((row) => ({ at: `${code}.${row.code}`, measure: row.measure })),
    ]),
  )
  return measured.flatMap(({ at, measure }) =>
    measure === undefined || measureCode.test(measure)
      ? []
      : [error('bad_code', at, `Показатель «${measure}» назван с недопустимыми знаками.`)],
  )
}

/** A text that must be there, or may be left out whole. */
interface Placed {
  readonly at: string
  readonly text: Text
}

/** Texts that are missing in the main language (an error) or in another one of the questionnaire. */
export function textProblems(questionnaire: Questionnaire): Problem[] {
  const [main = 'ru', ...others] = questionnaire.languages
  const has = (text: Text, language: string): boolean =>
    (Object.hasOwn(text, language) ? text[language] : '')?.trim() !== ''
  return allTexts(questionnaire).flatMap(({ at, text }) => {
    if (!has(text, main)) return [error('missing_text', at, `Нет текста на основном языке анкеты (${main}).`)]
    const lacking = others.filter((language) => !has(text, language))
    return lacking.length === 0 ? [] : [warning('missing_translation', at, `Нет перевода: ${lacking.join(', ')}.`)]
  })
}

function allTexts(questionnaire: Questionnaire): Placed[] {
  const { title, intro, outro, pages } = questionnaire
  const optional = (at: string, text: Text | undefined): Placed[] => (text ? [{ at, text }] : [])
  return [
    { at: 'title', text: title },
    ...optional('intro', intro),
    ...optional('outro', outro),
    ...pages.flatMap(({ code, title: own, questions }) => [
      ...optional(code, own),
      ...questions.flatMap(({ code: at, hint, low, high }) => [hint, low, high].flatMap((text) => optional(at, text))),
    ]),
    ...partsOf(questionnaire),
  ]
}
