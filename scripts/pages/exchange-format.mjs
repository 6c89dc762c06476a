// The generated parts of docs/exchange-format.md: made from the tables that the checks themselves are made from.
import { allCodes, codesOf, kindRules, kinds } from '../../packages/model/src/exchange/index.ts'
import { codePage } from '../../packages/model/src/exchange/guide/index.ts'
import { statuses } from '../../packages/model/src/statuses/index.ts'

const cell = (text) => String(text).replaceAll('|', '\\|')
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const code = (text) => `\`${text}\``

/** How a cell is read, by its type. */
const READ = {
  identifier: ({ max }) => `text that names nobody, ${max} characters at most`,
  text: ({ max }) => `text, ${max} characters at most`,
  registry_number: () => 'an optional minus and 1 to 36 digits; leading zeros matter',
  channel: () => 'ЕПГУ, РПГУ, ВИС, ОГВ or МФЦ; РГПУ is read as РПГУ',
  region: () => 'two-digit code or name of the region',
  word: ({ words }) => `one of: ${words.join(', ')}`,
  hash: () => 'hexadecimal or base64, 16 characters at least; never a plain identifier',
  age: () => 'three digits, 000 to 130: 035',
  ogrn: () => '13 digits, 15 for ОГРНИП, with a right check digit',
  section: () => 'ОГВ, МФЦ, ЕПГУ (or РПГУ), ВИС',
  item: () => 'number of the event in its section; a letter may follow: 6а',
  status: () => 'code of the status',
  date: () => 'ДД.ММ.ГГГГ or ДД-ММ-ГГГГ',
  time: () => 'ЧЧ:ММ:СС',
  moment: () => 'ДД.ММ.ГГГГ ЧЧ:ММ:СС',
  score: () => 'whole number, 1 to 5',
  criteria: () => '`name=score` pairs separated by |, each score 1 to 5',
  count: ({ max }) => `whole number, 0 to ${max}`,
}

function columnRow(column) {
  const more = [column.required && 'required', column.only && `${column.only} only`, column.note]
  return [
    code(column.name),
    column.aliases.join('; '),
    [READ[column.cell.type](column.cell), ...more.filter(Boolean)].join('; '),
    codesOf(column).map(code).join(' '),
  ]
}

function kindPart(kind) {
  const { title, source, columns, key } = kindRules[kind]
  const keySentence =
    key.length === 0
      ? 'Equal rows are one event.'
      : `A later row of the same ${key.map(code).join(' + ')} replaces the earlier one.`
  return [
    `### ${code(kind)}: ${title}`,
    `Source: инструкция, ${source}. ${keySentence}`,
    table(['column', 'Russian name', 'rule', 'codes'], columns.map(columnRow)),
  ].join('\n\n')
}

/** One table of columns per kind of file. */
export const columnsPage = () => kinds.map(kindPart).join('\n\n')

/** What becomes of what bears a code. */
const OUTCOME = {
  file_refused: 'the file is refused',
  row_set_aside: 'the row is set aside',
  row_left_out: 'another row counts, or it says nothing',
  file_left_out: 'the file is left out',
  column_left_out: 'the column is passed over',
  told: 'a warning',
}

/** Every code with what happens to the row or file and the sentence that people read. */
export function codesPage() {
  const rows = allCodes.map((name) => {
    const { outcome, message } = codePage(name)
    return [code(name), OUTCOME[outcome], message]
  })
  return table(['code', 'what happens', 'message'], rows)
}

/** The status model: which item of which section each status is. */
export function statusesPage() {
  const sections = ['ОГВ', 'МФЦ', 'ЕПГУ', 'ВИС']
  const rows = statuses.map(({ code: number, label, items }) => [
    number,
    label,
    ...sections.map((section) => items[section] ?? '–'),
  ])
  return table(['code', 'status', ...sections], rows)
}
