import { blanked } from './scan.ts'

/** An INSERT whose rows come in the request body. */
export interface BodyInsert {
  kind: 'values' | 'select'
  format: string
  /** The text that puts the body's rows where they belong, once told what to read them from. */
  from(source: (format: string, structure: string | undefined) => string): string
  /** The table and, if given, the list of columns (`kind` values): their structure is the table's. */
  target: string
  columns: string[] | undefined
}

const INSERT = /^[\s(]*INSERT\s+INTO\s+(?:TABLE\s+)?/i
const LAST_FORMAT = /\bFORMAT\s+([A-Za-z][A-Za-z0-9_]*)\s*;?\s*$/i

export function isInsert(sql: string): boolean {
  return INSERT.test(blanked(sql))
}

export function isRead(sql: string): boolean {
  return /^[\s(]*(SELECT|WITH|SHOW|DESCRIBE|DESC|EXISTS|EXPLAIN|VALUES)\b/i.test(blanked(sql))
}

/** The format named by the statement itself: the last FORMAT clause, also before SETTINGS. */
export function namedFormat(sql: string): string | undefined {
  const plain = blanked(sql).replace(/\bSETTINGS\s[^()]*$/i, '')
  return LAST_FORMAT.exec(plain)?.[1]
}

/** Understands `INSERT INTO t [(columns)] FORMAT X` and `INSERT INTO t SELECT … FROM input('…') … FORMAT X`. */
export function parseBodyInsert(sql: string): BodyInsert | undefined {
  const plain = blanked(sql)
  const start = INSERT.exec(plain)
  const end = LAST_FORMAT.exec(plain)
  if (!start || !end) return undefined
  const format = end[1] ?? ''
  if (/^values$/i.test(format)) return undefined
  const body = sql.slice(0, end.index).trimEnd()
  return parseInput(body, format) ?? parseValues(body, start[0].length, format)
}

/** `input('structure')`: the rows of the body as a table of that structure. */
function parseInput(body: string, format: string): BodyInsert | undefined {
  const plain = blanked(body)
  const call = /\binput\s*\(\s*\)/i.exec(plain.replace(/\(\s+\)/g, (gap) => `(${' '.repeat(gap.length - 2)})`))
  if (!call) return undefined
  const to = call.index + call[0].length
  const structure = body.slice(body.indexOf('(', call.index) + 1, to - 1).trim()
  return {
    kind: 'select',
    format,
    target: '',
    columns: undefined,
    from: (source) => body.slice(0, call.index) + source(format, structure) + body.slice(to),
  }
}

function parseValues(body: string, targetFrom: number, format: string): BodyInsert | undefined {
  const plain = blanked(body)
  if (/\b(SELECT|WITH|VALUES)\b/i.test(plain)) return undefined
  const settingsAt = plain.search(/\bSETTINGS\b/i)
  const head = settingsAt < 0 ? body : body.slice(0, settingsAt)
  const settings = settingsAt < 0 ? '' : body.slice(settingsAt)
  const open = plain.slice(0, head.length).indexOf('(', targetFrom)
  const close = plain.slice(0, head.length).lastIndexOf(')')
  const target = head.slice(targetFrom, open < 0 ? head.length : open).trim()
  if (/^FUNCTION\s/i.test(target)) return undefined
  return {
    kind: 'values',
    format,
    target,
    columns: open < 0 ? undefined : splitNames(head.slice(open + 1, close)),
    from: (source) => `${head} ${settings} SELECT * FROM ${source(format, undefined)}`,
  }
}

/** Column names between brackets, unquoted. `* EXCEPT(…)` is not understood and ends in the engine's own message. */
function splitNames(list: string): string[] {
  const names = list.match(/`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|[^,\s]+/g) ?? []
  return names.map((name) => (/^[`"]/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name))
}
