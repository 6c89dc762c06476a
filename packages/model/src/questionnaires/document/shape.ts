import { FORMAT, questionTypes, registerLists } from './types.ts'

/**
 * The shape of the document as JSON Schema: which fields there are and of what kind. It is wider than the published schema
 * where `check` has a code for what is wrong (a code with foreign signs, no options, an empty text), so that an unfinished
 * questionnaire can be kept and its problems be shown at their places. Conditions are looked at by code of their own: a
 * choice of shapes can't say which of them was meant.
 */
type Properties = Readonly<Record<string, object>>

/** The largest that is taken. */
export const most = { questions: 500, options: 2000, pages: 200, nesting: 64, length: 20 * 2 ** 20 } as const

const yes = { type: 'boolean' }
const whole = { type: 'integer' }
const word = { type: 'string', maxLength: 5000 }
const code = { type: 'string', maxLength: 200 }
const condition = { type: 'object' }
const bound = { type: ['number', 'string'] }
const recordOf = (value: object) => ({ type: 'object', additionalProperties: value })
const text = recordOf(word)

/** An object with no other fields than these. */
const closed = (required: readonly string[], properties: Properties) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
})

const option = closed(['code'], {
  code,
  text,
  value: whole,
  missing: yes,
  other: yes,
  exclusive: yes,
  end: yes,
  added: yes,
})

const row = closed(['code'], { code, text, number: word, measure: word, showIf: condition })

const question = closed(['code', 'type'], {
  code,
  number: { type: 'string', maxLength: 16 },
  type: { enum: questionTypes },
  text,
  hint: text,
  sourceText: word,
  required: yes,
  added: yes,
  showIf: condition,
  measure: word,
  options: { type: 'array', maxItems: most.options, items: option },
  shuffle: yes,
  rows: { type: 'array', maxItems: most.options, items: row },
  min: bound,
  max: bound,
  low: text,
  high: text,
  order: { enum: ['asc', 'desc'] },
  maxLength: { type: 'integer', minimum: 1, maximum: 20_000 },
  decimals: { type: 'integer', minimum: 0, maximum: 6 },
  list: word,
  many: yes,
  from: word,
})

const page = closed(['code', 'questions'], {
  code,
  title: text,
  showIf: condition,
  questions: { type: 'array', minItems: 1, items: question },
})

/** Own entries, or the name of a list of the register. */
const list = {
  type: ['array', 'string'],
  maxItems: most.options,
  items: closed(['code'], { code, text }),
  pattern: `^(${registerLists.join('|')})$`,
}

export const questionnaireShape = closed(['format', 'code', 'languages', 'pages'], {
  format: { enum: [FORMAT] },
  code,
  version: { type: 'integer', minimum: 1 },
  title: text,
  languages: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z]{2,8})?$' },
  },
  source: word,
  draft: yes,
  parameters: recordOf({ type: 'string', maxLength: 200 }),
  intro: text,
  outro: text,
  lists: recordOf(list),
  contradictions: { type: 'array', items: closed(['code', 'if', 'text'], { code, if: condition, text: word }) },
  csi: closed([], { weights: recordOf({ type: 'number', exclusiveMinimum: 0 }) }),
  pages: { type: 'array', minItems: 1, maxItems: most.pages, items: page },
})
