import { dayInFigures } from '../../print/index.ts'
import type { Kind, Words } from './words.ts'

const quoted = (text: string): string => `«${text}»`
const oneOf = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} или ${values.at(-1)}`

const attributes: Readonly<Record<string, string>> = {
  service: 'услуга',
  office: 'подразделение',
  channel: 'канал',
  language: 'язык',
}

const noun = (kind: Kind): string => {
  if (kind === 'rating') return 'оценка '
  return kind === 'day' ? 'дата ' : kind === 'number' ? 'число ' : ''
}

/** «В вопросе 8», at the start of a sentence or inside it. */
export const russian: Words = {
  showIf: (condition) => `Показать, если ${condition}`,
  and: ', и ',
  or: ' или ',
  not: (condition) => `неверно, что ${condition}`,
  quoted,
  oneOf,
  inQuestion: (name, row) => (row === undefined ? `в вопросе ${name}` : `в строке ${row} вопроса ${name}`),
  answered: (name, row, yes) => {
    const place = row === undefined ? `на вопрос ${name}` : `в строке ${row} вопроса ${name}`
    return `${place} ${yes ? 'есть ответ' : 'нет ответа'}`
  },
  is: (place, kind, values) => {
    if (kind === 'consent') return `${place} дано согласие`
    return kind === 'choices' ? `${place} отмечено ${values}` : `${place} – ${noun(kind)}${values}`
  },
  isNot: (place, kind, values) =>
    kind === 'choices'
      ? `${place} есть ответ, и в нём не отмечено ${values}`
      : `${place} есть ответ, и это не ${values}`,
  bounds: {
    lt: (kind, value) => (kind === 'day' ? `раньше ${value}` : `меньше ${value}`),
    le: (kind, value) => (kind === 'day' ? `не позже ${value}` : `не больше ${value}`),
    gt: (kind, value) => (kind === 'day' ? `позже ${value}` : `больше ${value}`),
    ge: (kind, value) => (kind === 'day' ? `не раньше ${value}` : `не меньше ${value}`),
  },
  compared: (place, kind, bounds) => `${place} – ${noun(kind)}${bounds.join(' и ')}`,
  counted: (place, bounds) => `${place} отмечено вариантов ${bounds.join(' и ')}`,
  attribute: (name) => `признак «${Object.hasOwn(attributes, name) ? attributes[name] : name}»`,
  known: (attribute, yes) => `${attribute} ${yes ? 'известен' : 'неизвестен'}`,
  day: dayInFigures,
}
