/** Objects of JSON that people and systems hand in, read field by field; what is wrong with one is said in a sentence. */
import { isDay } from '../days/index.ts'

/** What is wrong with an input: a code for programs and a Russian sentence that names the field and the remedy. */
export class InputError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The line of an answer that stands for an input that was wrong. */
export interface InputFault {
  readonly error: { readonly code: string; readonly message: string }
}

/** The answer of the work, or what was wrong with its input. Other errors are thrown on. */
export function answerOrFault<T>(work: () => T): T | InputFault {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { error: { code: error.code, message: error.message } }
  }
}

/** The fields of one object; `path` stands before their names in messages, such as `previous.`. */
export interface Fields {
  readonly values: Readonly<Record<string, unknown>>
  readonly path: string
}

/** The fields of an object that has none but the known ones. */
export function fieldsOf(value: unknown, known: readonly string[], path = ''): Fields {
  const what = path === '' ? 'Запись' : `Поле ${path.slice(0, -1)}`
  if (!isRecord(value))
    throw new InputError('not_an_object', `${what}: нужен объект JSON в фигурных скобках, а дано ${shown(value)}.`)
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new InputError('unknown_field', `Поля ${path}${unknown} нет. Есть: ${known.join(', ')}.`)
  return { values: value, path }
}

/** The fields of an object that may have others than are asked for. */
export function anyFieldsOf(value: unknown, path = ''): Fields {
  return fieldsOf(value, isRecord(value) ? Object.keys(value) : [], path)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a field; undefined where it is absent or null. */
export const fieldOf = ({ values }: Fields, name: string): unknown =>
  Object.hasOwn(values, name) ? (values[name] ?? undefined) : undefined

/** The value of a field that must be there. */
export function neededField(fields: Fields, name: string): unknown {
  const value = fieldOf(fields, name)
  if (value === undefined) throw new InputError('missing_field', `Нет поля ${fields.path}${name}. Добавьте его.`)
  return value
}

/** A day of the calendar written YYYY-MM-DD, of the years 2000 to 2099. */
export function dayField(fields: Fields, name: string): string {
  const value = neededField(fields, name)
  if (typeof value === 'string' && isDay(value)) return value
  throw new InputError(
    'bad_date',
    `Поле ${fields.path}${name}: нужен существующий день 2000–2099 годов вида ГГГГ-ММ-ДД, а дано ${shown(value)}.`,
  )
}

/** A text, the empty one too. */
export function textField(fields: Fields, name: string): string {
  const value = neededField(fields, name)
  if (typeof value === 'string') return value
  throw new InputError('wrong_type', `Поле ${fields.path}${name}: нужна строка, а дано ${shown(value)}.`)
}

export function flagField(fields: Fields, name: string): boolean {
  const value = neededField(fields, name)
  if (typeof value === 'boolean') return value
  throw new InputError('wrong_type', `Поле ${fields.path}${name}: нужно true или false, а дано ${shown(value)}.`)
}

/** A whole number within the bounds, both included; `code` is that of a number outside. */
export function wholeField(
  fields: Fields,
  name: string,
  { min, max = Number.MAX_SAFE_INTEGER, code = 'out_of_range' }: { min: number; max?: number; code?: string },
): number {
  const value = neededField(fields, name)
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new InputError('wrong_type', `Поле ${fields.path}${name}: нужно целое число, а дано ${shown(value)}.`)
  if (value >= min && value <= max) return value
  const bounds = max === Number.MAX_SAFE_INTEGER ? `не меньше ${min}` : `от ${min} до ${max}`
  throw new InputError(code, `Поле ${fields.path}${name}: нужно целое число ${bounds}, а дано ${value}.`)
}

/** One of the words; `code` is that of any other text. */
export function choiceField<T extends string>(fields: Fields, name: string, words: readonly T[], code: string): T {
  const value = textField(fields, name)
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  throw new InputError(code, `Поле ${fields.path}${name}: нужно одно из ${words.join(', ')}, а дано ${shown(value)}.`)
}

/** The texts of a list; nothing where the field is absent. */
export function textsField(fields: Fields, name: string): string[] {
  const value = fieldOf(fields, name) ?? []
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value
  throw new InputError('wrong_type', `Поле ${fields.path}${name}: нужен список строк, а дано ${shown(value)}.`)
}

const LONGEST_SHOWN = 60
/** A value as messages quote it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'ничего'
  const text = typeof value === 'string' ? `«${value}»` : JSON.stringify(value)
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`
}
