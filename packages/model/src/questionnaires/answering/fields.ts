import type { AnswersSoFar } from './answer-set.ts'
import type { Item, Prepared } from './prepare.ts'

/** Fields of a form as they were sent, each with all its values: `q3`, `q6.site`, `q5.other`. */
export type Fields = Iterable<readonly [name: string, value: string]>
export type ReadFields = Required<Pick<AnswersSoFar, 'answers' | 'other'>>

/**
 * Reads answers out of the fields of a form. What does not read as its question wants it stays as it was typed and is judged
 * like any other answer. Fields of no question are left alone. An empty field stands for no answer.
 */
export function readFields(prepared: Prepared, fields: Fields): ReadFields {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  const answers: Record<string, unknown> = {}
  const other: Record<string, unknown> = {}
  for (const { question, items } of prepared.questions) {
    const read = items.flatMap((item) => readItem(item, values.get(item.code) ?? []))
    const byRow = Object.fromEntries(read.map(({ item, value }) => [item.row?.code ?? '', value]))
    if (read.length > 0) answers[question.code] = question.type === 'matrix' ? byRow : read[0]?.value
    for (const { code } of items) {
      const text = values.get(`${code}.other`)?.[0]
      if (text !== undefined && text !== '') other[code] = text
    }
  }
  return { answers, other }
}

function readItem(item: Item, given: readonly string[]): { item: Item; value: unknown }[] {
  const filled = given.filter((value) => value !== '')
  const [first] = filled
  if (first === undefined) return []
  return [{ item, value: isMany(item) ? filled : readOne(item, first) }]
}

const isMany = ({ type, question }: Item): boolean => type === 'many' || (type === 'list' && question.many === true)

const pointOf = (text: string): number | string => (/^-?\d{1,4}$/.test(text) ? Number(text) : text)

function readOne({ type, options }: Item, text: string): unknown {
  if (type === 'consent') return text === 'true' || text === 'on' ? true : text
  if (type === 'scale') return options.has(text) ? text : pointOf(text)
  return type === 'number' ? numberOf(text) : text
}

/** A number as people write it: a decimal comma or point, spaces between thousands, a minus sign. */
function numberOf(text: string): number | string {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}
