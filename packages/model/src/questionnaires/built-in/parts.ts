import type { Option, Question, Text } from '../document/types.ts'

export const ru = (text: string): Text => ({ ru: text })

const hard: Option = { code: 'hard', text: ru('Затрудняюсь ответить'), missing: true }

/** «Скорее удовлетворен» and its like, in the words of form 1. */
export const satisfied: readonly Option[] = [
  { code: 'yes', text: ru('Скорее удовлетворен') },
  { code: 'no', text: ru('Скорее не удовлетворен') },
  hard,
]

/** Asked first: who had nothing to do with it is thanked and goes. */
export const screening = (text: string): Question => ({
  code: 'had',
  type: 'one',
  text: ru(text),
  required: true,
  options: [
    { code: 'yes', text: ru('Да') },
    { code: 'no', text: ru('Нет'), end: true },
    { ...hard, end: true },
  ],
})

type Measured = { readonly code: string; readonly measure: string; readonly text: string }

export const dichotomy = (question: Measured): Question => ({
  ...question,
  type: 'one',
  text: ru(question.text),
  required: true,
  options: satisfied,
})

const fullySatisfied = {
  low: ru('полностью не удовлетворены'),
  high: ru('полностью удовлетворены'),
}
const scaleWords =
  'Дайте оценку по 5-балльной шкале, где оценка 1 означает, что Вы полностью не удовлетворены, оценка 5 означает, что Вы полностью удовлетворены.'

/** One rating of 1–5 of the whole. */
export const rating = ({ code, measure, text }: Measured): Question => ({
  code,
  type: 'scale',
  text: ru(`${text} ${scaleWords}`),
  required: true,
  measure,
  min: 1,
  max: 5,
  order: 'desc',
  ...fullySatisfied,
})

/** Ratings of 1–5 of the parts, by their codes: rows of measures `criterion.…`. */
export const criteria = (code: string, text: string, rows: Readonly<Record<string, string>>): Question => ({
  code,
  type: 'matrix',
  text: ru(`${text} ${scaleWords}`),
  min: 1,
  max: 5,
  order: 'asc',
  ...fullySatisfied,
  rows: Object.entries(rows).map(([row, of]) => ({ code: row, text: ru(of), measure: `criterion.${row}` })),
})

export const effort = (code: string, text: string): Question => ({
  code,
  type: 'scale',
  text: ru(
    `${text} Дайте оценку по 5-балльной шкале, где оценка 1 означает, что было очень тяжело, оценка 5 означает, что было очень легко.`,
  ),
  measure: 'effort',
  min: 1,
  max: 5,
  order: 'desc',
  low: ru('было очень тяжело'),
  high: ru('было очень легко'),
})

export const problem = (code: string, text: string): Question => ({
  code,
  type: 'one',
  text: ru(text),
  measure: 'problem',
  options: [
    { code: 'problem', text: ru('Проблема (укажите)'), other: true },
    { code: 'none', text: ru('Проблем не было') },
  ],
})

export const recommend = (code: string, text: string): Question => ({
  code,
  type: 'scale',
  text: ru(
    `${text} Дайте оценку по 10-балльной шкале, где оценка 1 означает очень маловероятно, оценка 10 означает с большой вероятностью.`,
  ),
  measure: 'recommend',
  min: 1,
  max: 10,
  order: 'desc',
  low: ru('очень маловероятно'),
  high: ru('с большой вероятностью'),
})

export const openAnswer = (code: string, text: string, more: Partial<Question> = {}): Question => ({
  code,
  type: 'long',
  text: ru(text),
  ...more,
})

export const proposal = (code: string, text: string): Question => openAnswer(code, text, { measure: 'proposal' })

/** A question of form 1, as it stands there but for its number: other forms count anew. */
export const withoutNumber = ({ number: _, ...question }: Question): Question => question
