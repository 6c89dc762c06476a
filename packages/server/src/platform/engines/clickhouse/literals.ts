import { ClickHouseFailure } from './failure.ts'
import { pieces } from './scan.ts'

/** `{name:Type}` */
const SLOT = /\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*:\s*([^{}]+?)\s*\}/g
/** A type is letters, digits, brackets, commas, spaces and quoted names: nothing that could end the expression it stands in. */
const TYPE = /^[A-Za-z][A-Za-z0-9_ ,.()=+\-/']*$/
const IDENTIFIER = 'Identifier'

/**
 * Puts parameters into the text of a statement as typed literals. The engine inside this process binds parameters one
 * statement at a time for the whole process, so a bound SELECT would wait behind every insert; a literal does not.
 * @param params values in ClickHouse's escaped text form, as its HTTP interface takes them in `param_*`.
 */
export function substituteParams(sql: string, params: ReadonlyMap<string, string>): string {
  if (!sql.includes('{')) return sql
  return pieces(sql)
    .map((piece) => {
      const text = sql.slice(piece.from, piece.to)
      return piece.code ? text : blockBraces(text)
    })
    .join('')
    .replace(SLOT_OR_BLOCKED, (whole, name?: string, type?: string) => {
      if (name === undefined || type === undefined) return unblock(whole)
      return literal(name, type, params.get(name))
    })
}

/** Braces inside literals are marked while the slots are looked for: a type such as Enum8('a' = 1) itself holds a literal. */
const BLOCKED = '\u0001'
const SLOT_OR_BLOCKED = new RegExp(`${SLOT.source}|${BLOCKED}[{}]`, 'g')

function blockBraces(text: string): string {
  return text.replace(/[{}]/g, (brace) => BLOCKED + brace)
}

function unblock(marked: string): string {
  return marked.slice(1)
}

function literal(name: string, type: string, value: string | undefined): string {
  if (value === undefined)
    throw new ClickHouseFailure(456, `Query parameter \`${name}\` was not set`, 'UNKNOWN_QUERY_PARAMETER')
  if (type === IDENTIFIER) return quoteName(unescapeText(value))
  if (!TYPE.test(type)) throw new ClickHouseFailure(62, `Unknown type ${type} of parameter \`${name}\``, 'SYNTAX_ERROR')
  if (value === '\\N') return `CAST(NULL AS ${type})`
  if (type === 'String') return quoteText(unescapeText(value))
  if (/^U?Int(8|16|32)$/.test(type) && /^-?\d{1,10}$/.test(value)) return `CAST(${value} AS ${type})`
  // Arrays, tuples and maps come as their own literals: their strings are escaped inside the quotes, the whole is not.
  const text = /^[[({]/.test(value) && isContainer(type) ? value : unescapeText(value)
  return `CAST(${quoteText(text)} AS ${type})`
}

function isContainer(type: string): boolean {
  return /^(Nullable\()?(Array|Tuple|Map|Nested)\(/.test(type)
}

const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  a: '\x07',
  v: '\v',
}

/** Undoes the escaping of the tab-separated form. */
export function unescapeText(value: string): string {
  return value.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char)
}

/** A ClickHouse string literal, safe in any statement. */
export function quoteText(text: string): string {
  const escaped = text.replace(/['\\\0\n\r\t]/g, (char) => ESCAPED[char] ?? char)
  return `'${escaped}'`
}

const ESCAPED: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A ClickHouse name in back quotes. */
export function quoteName(name: string): string {
  return `\`${name.replace(/[`\\]/g, (char) => `\\${char}`)}\``
}
