import type { Question } from '../document/types.ts'
import type { AnswerErrorCode } from './answer-set.ts'
import { cleanText, lengthOf } from './clean-text.ts'
import type { Value } from './conditions.ts'
import type { Item } from './prepare.ts'

/** Either what is wrong with an answer, or its value as it is kept. */
export type ValueVerdict = { readonly errors: readonly AnswerErrorCode[] } | { readonly value: Value }

/** Which codes a question with a list offers: of the register's lists, and of what was chosen before (`from`). */
export type Offered = (question: Question, code: string) => boolean

const wrong = (...errors: AnswerErrorCode[]): ValueVerdict => ({ errors })
const right = (value: Value): ValueVerdict => ({ value })
const longestCode = 100

/** null, a blank, `[]` and `{}` are no answer. */
export function isNone(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw === 'string') return !/^[!-~]/.test(raw) && cleanText(raw) === ''
  return typeof raw === 'object' && Object.keys(raw).length === 0
}

/** Judges one answer alone, whatever is shown or required. It must not be `isNone`. */
export function judgeValue(item: Item, raw: unknown, offered: Offered): ValueVerdict {
  switch (item.type) {
    case 'one':
      return typeof raw === 'string' ? oneOf(item, raw) : wrong('wrong_type')
    case 'many':
      return judgeMany(item, raw)
    case 'scale':
      return judgeScale(item, raw)
    case 'list':
      return item.question.many ? judgeListMany(item, raw, offered) : judgeListOne(item, raw, offered)
    case 'text':
    case 'long':
      return judgeText(item, raw)
    case 'number':
      return judgeNumber(item.question, raw)
    case 'date':
      return judgeDate(item.question, raw)
    case 'consent':
      return raw === true ? right(true) : wrong('wrong_type')
    case 'note':
      return wrong('wrong_type')
  }
}

const oneOf = (item: Item, code: string): ValueVerdict =>
  item.options.has(code) ? right(code) : wrong('unknown_option')

const areTexts = (raw: unknown): raw is string[] => Array.isArray(raw) && raw.every((code) => typeof code === 'string')

function judgeMany({ options, question }: Item, raw: unknown): ValueVerdict {
  if (!areTexts(raw)) return wrong('wrong_type')
  const codes = [...new Set(raw)]
  const known = codes.filter((code) => options.has(code))
  const errors: AnswerErrorCode[] = []
  if (codes.length < raw.length) errors.push('duplicate_option')
  if (known.length < codes.length) errors.push('unknown_option')
  else if (codes.length > 1 && codes.some((code) => options.get(code)?.exclusive)) errors.push('exclusive')
  if (typeof question.max === 'number' && known.length > question.max) errors.push('too_many')
  return errors.length > 0 ? { errors } : right(codes)
}

function judgeScale(item: Item, raw: unknown): ValueVerdict {
  if (typeof raw === 'string') return item.options.size > 0 ? oneOf(item, raw) : wrong('wrong_type')
  if (typeof raw !== 'number' || !Number.isInteger(raw)) return wrong('wrong_type')
  return inBounds(item.question, raw) ? right(raw) : wrong('out_of_scale')
}

function inBounds<T extends number | string>({ min, max }: Question, value: T): boolean {
  const fits = (bound: number | string | undefined, holds: (bound: number | string) => boolean): boolean =>
    typeof bound !== typeof value || bound === undefined || holds(bound)
  return fits(min, (least) => value >= least) && fits(max, (most) => value <= most)
}

function judgeListOne(item: Item, raw: unknown, offered: Offered): ValueVerdict {
  if (typeof raw !== 'string') return wrong('wrong_type')
  const code = listCode(item, raw)
  const error = listError(item, code, offered)
  return error ? wrong(error) : right(code)
}

function judgeListMany(item: Item, raw: unknown, offered: Offered): ValueVerdict {
  if (!areTexts(raw)) return wrong('wrong_type')
  const given = raw.map((code) => listCode(item, code))
  const codes = [...new Set(given)]
  const errors = new Set<AnswerErrorCode>()
  if (codes.length < given.length) errors.add('duplicate_option')
  for (const code of codes) {
    const error = listError(item, code, offered)
    if (error) errors.add(error)
  }
  return errors.size > 0 ? { errors: [...errors] } : right(codes)
}

/** What stands for an entry of the register is a text; a code of the questionnaire's own list is taken as it is. */
const listCode = (item: Item, raw: string): string => (item.entries ? raw : cleanText(raw))

function listError(item: Item, code: string, offered: Offered): AnswerErrorCode | undefined {
  if (item.entries && !item.entries.has(code)) return 'unknown_option'
  if (lengthOf(code) > longestCode) return 'too_long'
  return code !== '' && offered(item.question, code) ? undefined : 'unknown_option'
}

function judgeText(item: Item, raw: unknown): ValueVerdict {
  if (typeof raw !== 'string') return wrong('wrong_type')
  const text = cleanText(raw)
  const most = item.question.maxLength ?? (item.type === 'text' ? 500 : 5000)
  return lengthOf(text) > most ? wrong('too_long') : right(text)
}

function judgeNumber(question: Question, raw: unknown): ValueVerdict {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return wrong('wrong_type')
  if (Number(raw.toFixed(question.decimals ?? 0)) !== raw) return wrong('wrong_type')
  return inBounds(question, raw) ? right(raw) : wrong('out_of_scale')
}

function judgeDate(question: Question, raw: unknown): ValueVerdict {
  if (typeof raw !== 'string') return wrong('wrong_type')
  const day = cleanText(raw)
  if (!isCalendarDay(day)) return wrong('wrong_type')
  return inBounds(question, day) ? right(day) : wrong('out_of_scale')
}

/** `ГГГГ-ММ-ДД` of the calendar, of any year: people are born before 2000. */
export function isCalendarDay(text: string): boolean {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}
