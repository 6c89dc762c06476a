import type { Kind, Words } from './words.ts'

const noun = (kind: Kind): string => (kind === 'rating' ? 'rated ' : '')

export const english: Words = {
  showIf: (condition) => `Show if ${condition}`,
  and: ', and ',
  or: ' or ',
  not: (condition) => `it is not true that ${condition}`,
  quoted: (text) => `“${text}”`,
  oneOf: (values) => (values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`),
  inQuestion: (name, row) => (row === undefined ? `question ${name}` : `row ${row} of question ${name}`),
  answered: (name, row, yes) =>
    `${row === undefined ? `question ${name}` : `row ${row} of question ${name}`} ${yes ? 'is answered' : 'is not answered'}`,
  is: (place, kind, values) => {
    if (kind === 'consent') return `consent is given in ${place}`
    return kind === 'choices' ? `${values} is ticked in ${place}` : `${place} is ${noun(kind)}${values}`
  },
  isNot: (place, kind, values) =>
    kind === 'choices' ? `${place} is answered without ${values}` : `${place} is answered otherwise than ${values}`,
  bounds: {
    lt: (kind, value) => (kind === 'day' ? `before ${value}` : `under ${value}`),
    le: (kind, value) => (kind === 'day' ? `not after ${value}` : `at most ${value}`),
    gt: (kind, value) => (kind === 'day' ? `after ${value}` : `over ${value}`),
    ge: (kind, value) => (kind === 'day' ? `not before ${value}` : `at least ${value}`),
  },
  compared: (place, kind, bounds) => `${place} is ${noun(kind)}${bounds.join(' and ')}`,
  counted: (place, bounds) => `options ticked in ${place}: ${bounds.join(' and ')}`,
  attribute: (name) => `the attribute “${name}”`,
  known: (attribute, yes) => `${attribute} ${yes ? 'is known' : 'is not known'}`,
  day: (day) => day,
}
