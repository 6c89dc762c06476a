import type { Item, Prepared } from '../answering/prepare.ts'
import type { Comparison, Condition, Question, Scalar, Text } from '../document/types.ts'
import type { Bound, Kind, Words } from './words.ts'
import { english } from './words-en.ts'
import { russian } from './words-ru.ts'

/** Languages in which staff and papers read conditions. */
export type SentenceLanguage = 'ru' | 'en'

const wordsIn: Readonly<Record<SentenceLanguage, Words>> = { ru: russian, en: english }
const bounds: readonly Bound[] = ['gt', 'ge', 'lt', 'le']
const longestName = 60

interface Context {
  readonly form: Prepared
  readonly words: Words
  readonly textOf: (text: Text | undefined) => string
}

/**
 * A condition as people read it: «в вопросе 8 – «Нет, был отказ»». Questions are named by their numbers, else by their texts;
 * texts in the language asked for, else in the questionnaire's main one.
 */
export function conditionText(condition: Condition, form: Prepared, language: SentenceLanguage = 'ru'): string {
  const [main = 'ru'] = form.questionnaire.languages
  const textOf = (text: Text = {}): string => text[language] ?? text[main] ?? ''
  return textOfCondition(condition, { form, words: wordsIn[language], textOf })
}

/** «Показать, если …», without a full stop. */
export const showIfText = (condition: Condition, form: Prepared, language: SentenceLanguage = 'ru'): string =>
  wordsIn[language].showIf(conditionText(condition, form, language))

function textOfCondition(condition: Condition, context: Context): string {
  const { words } = context
  if ('all' in condition) return joined(condition.all, words.and, context)
  if ('any' in condition) return joined(condition.any, words.or, context)
  if ('not' in condition) return words.not(inBrackets(condition.not, context))
  return condition.question === undefined ? attributeText(condition, context) : questionText(condition, context)
}

const joined = (parts: readonly Condition[], by: string, context: Context): string =>
  parts.length === 1
    ? parts.map((part) => textOfCondition(part, context)).join('')
    : parts.map((part) => inBrackets(part, context)).join(by)

/** What has parts of its own stands in brackets inside of another. */
function inBrackets(part: Condition, context: Context): string {
  const parts = 'all' in part ? part.all : 'any' in part ? part.any : []
  const text = textOfCondition(part, context)
  return parts.length > 1 ? `(${text})` : text
}

function attributeText({ attribute = '', ...asked }: Comparison, { words }: Context): string {
  const place = words.attribute(attribute)
  const value = (one: Scalar): string => (typeof one === 'string' ? words.quoted(one) : String(one))
  const known = asked.answered === undefined ? [] : [words.known(place, asked.answered)]
  return [...known, ...compared(asked, place, 'text', words, value)].join(words.and)
}

function questionText(asked: Comparison, context: Context): string {
  const { form, words, textOf } = context
  const [code = ''] = (asked.question ?? '').split('.', 1)
  const question = form.byCode.get(code)?.question
  const item = form.items.get(asked.question ?? '')
  const name = question ? nameOf(question, context) : words.quoted(code)
  const row = item?.row ? words.quoted(shortened(textOf(item.row.text))) : undefined
  const answered = asked.answered === undefined ? [] : [words.answered(name, row, asked.answered)]
  const kind = item ? kindOf(item) : 'text'
  const value = (one: Scalar): string => valueText(one, kind, item, context)
  return [...answered, ...compared(asked, words.inQuestion(name, row), kind, words, value)].join(words.and)
}

const nameOf = ({ number, text }: Question, { words, textOf }: Context): string =>
  number ?? words.quoted(shortened(textOf(text)))

const shortened = (text: string): string =>
  text.length > longestName ? `${text.slice(0, longestName).replace(/\s+\S*$/, '')}…` : text

function kindOf({ type, question }: Item): Kind {
  if (type === 'many' || (type === 'list' && question.many)) return 'choices'
  if (type === 'scale') return 'rating'
  if (type === 'date') return 'day'
  return type === 'number' || type === 'consent' ? type : type === 'text' || type === 'long' ? 'text' : 'choice'
}

function valueText(value: Scalar, kind: Kind, item: Item | undefined, { form, words, textOf }: Context): string {
  if (typeof value !== 'string') return String(value)
  if (kind === 'day') return words.day(value)
  const { lists = {} } = form.questionnaire
  const list = lists[item?.question.list ?? '']
  const entry = Array.isArray(list) ? list.find(({ code }) => code === value) : undefined
  return words.quoted(textOf((item?.options.get(value) ?? entry)?.text) || value)
}

/** Each comparison that stands in it, as a sentence of its own. */
function compared(
  asked: Comparison,
  place: string,
  kind: Kind,
  words: Words,
  value: (one: Scalar) => string,
): string[] {
  const values = asked.in ?? (asked.is === undefined ? [] : [asked.is])
  const said = bounds.flatMap((bound) => {
    const limit = asked[bound]
    return limit === undefined ? [] : [words.bounds[bound](kind, value(limit))]
  })
  const counts = bounds.flatMap((bound) => {
    const limit = asked.count?.[bound]
    return limit === undefined ? [] : [words.bounds[bound]('number', String(limit))]
  })
  return [
    ...(values.length > 0 ? [words.is(place, kind, words.oneOf(values.map(value)))] : []),
    ...(asked.notIn ? [words.isNot(place, kind, words.oneOf(asked.notIn.map(value)))] : []),
    ...(said.length > 0 ? [words.compared(place, kind, said)] : []),
    ...(counts.length > 0 ? [words.counted(place, counts)] : []),
  ]
}
