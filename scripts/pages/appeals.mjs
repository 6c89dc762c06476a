// Parts of docs/calculations.md that follow from the tables of appeals.
import { BUILT_IN_RULES, COLUMNS, KINDS, OUTCOMES, ROW_CODES, SOURCES } from '../../packages/model/src/appeals/index.ts'

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const code = (word) => `\`${word}\``

export const termRules = () =>
  table(
    ['rule', 'from', 'term', 'extension', 'source'],
    BUILT_IN_RULES.map(({ code: rule, from, days, unit, extension, source }) => [
      code(rule),
      from,
      `${days} ${unit} ${days === 1 ? 'day' : 'days'}`,
      extension === null ? '–' : `up to ${extension} days, once`,
      source,
    ]),
  )

const WORDS = {
  kind: Object.keys(KINDS).map(code).join(', '),
  source: Object.keys(SOURCES).map(code).join(', '),
  rule: 'a rule of the table above',
  outcome: Object.keys(OUTCOMES).map(code).join(', '),
  received: 'day',
  registered: 'day',
  answered: 'day of the first answer on the merits',
  closed: 'day',
  asked: 'day on which the applicant was asked',
  extended_by: 'days',
  topics: 'a list, its items parted by a vertical bar',
  duplicate_of: 'number of the original',
  void: '`yes`',
  solved: '`yes`, `partly`, `no`',
  reopened: 'how many times',
}

export const appealColumns = () =>
  table(
    ['column', 'what stands there'],
    COLUMNS.map((column) => [code(column), WORDS[column] ?? 'text']),
  )

export const appealCodes = () =>
  table(
    ['code', 'meaning'],
    Object.entries(ROW_CODES).map(([name, meaning]) => [code(name), meaning]),
  )
