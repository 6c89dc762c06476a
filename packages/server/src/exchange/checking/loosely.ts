import {
  apostrophePattern,
  type CellType,
  endOfDay,
  excelQuotedPattern,
  kindRules,
  lamedPattern,
  type Layout,
  midnightPattern,
  shortMomentPattern,
  shortTimePattern,
} from '@otklik/model/exchange'
import type { Note } from './check.ts'
import { literal } from './literals.ts'
import { timeText } from './moments.ts'

/** What a match of the pattern is replaced by; anything else stays. */
const replaced = (text: string, pattern: string, by: string): string =>
  `replaceRegexpOne(${text}, ${literal(pattern)}, ${literal(by)})`

/** A cell without the marks that it has for a spreadsheet alone. */
function withoutMarks(text: string, type: CellType['type']): string {
  const unquoted = replaced(text, excelQuotedPattern, '\\1')
  return replaced(unquoted, type === 'text' ? `(?s)${lamedPattern}` : apostrophePattern, '\\1')
}

/** Date and time as the format has them, of a cell of this type. */
function inForm(text: string, type: CellType['type']): string {
  if (type === 'time') return replaced(text, shortTimePattern, '0\\1')
  if (type === 'date') return replaced(text, midnightPattern, '\\1')
  return type === 'moment' ? momentInForm(text) : text
}
const momentInForm = (text: string): string => replaced(text, shortMomentPattern, '\\1 0\\2')

/** SQL of a cell with what is certain mended: the model's `withoutExcelMarks` and `readLoosely`. */
export const loosely = (text: string, type: CellType['type']): string => inForm(withoutMarks(text, type), type)
/** The same of one of several moments in a cell. */
export const looseMoment = momentInForm

/** Whether a time, or the time of a moment, is the end of the day. */
const endsDay = (text: string, type: CellType['type']): string => {
  if (type === 'time') return `${text} = ${literal(endOfDay)}`
  return type === 'moment' ? `${timeText(text)} = ${literal(endOfDay)}` : '0'
}
/** Whether one of several moments is read otherwise than written. */
export const isLooseMoment = (text: string): string =>
  `(${momentInForm(text)} != ${text} OR ${endsDay(text, 'moment')})`

/** What is told of the cells of a row: which marks were taken off, which dates and times were read loosely. */
export function cellNotes({ kind, positions }: Layout, raw: (column: string) => string): Note[] {
  return kindRules[kind].columns
    .filter(({ name }) => positions.has(name))
    .flatMap(({ name: column, cell: { type } }): Note[] => {
      const value = raw(column)
      const bare = withoutMarks(value, type)
      const marks: Note = { code: 'excel_marks', column, when: `${bare} != ${value}`, value }
      if (type !== 'date' && type !== 'time' && type !== 'moment') return [marks]
      const loose = `${inForm(bare, type)} != ${bare} OR ${endsDay(bare, type)}`
      return [marks, { code: 'read_loosely', column, when: loose, value: bare }]
    })
}
