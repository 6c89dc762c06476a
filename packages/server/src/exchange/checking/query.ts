import { type CellType, cellSpaces, type Kind, kindRules, type Layout } from '@otklik/model/exchange'
import { type Check, type Compiled, type Context, type Step, together } from './check.ts'
import { eventColumns } from './events.ts'
import { anyOf, literal } from './literals.ts'
import { momentColumn } from './momentColumns.ts'
import { ratingColumns } from './rated.ts'
import { isText, textColumn } from './texts.ts'
import { wideEvents } from './wideEvents.ts'

/** A row longer than this is set aside as `too_long`, in bytes. */
export const maxRowBytes = 1 << 20

/** How the lines of a chunk become cells. */
export interface Form {
  readonly form: 'plain' | 'escaped'
  readonly delimiter: string
  readonly crlf: boolean
  /** Cells may have spaces around them other than the plain one. */
  readonly oddSpaces: boolean
}
/**
 * How the statements run: one thread each keeps the rows of a chunk in order (two chunks at a time use two cores), and
 * no function is spared for rows that don't need it, which costs more than it saves here.
 */
export const checkSettings = {
  max_threads: 1,
  compile_expressions: 0,
  max_insert_threads: '1',
  input_format_parallel_parsing: 0,
  short_circuit_function_evaluation: 'disable',
  allow_suspicious_low_cardinality_types: 1,
  max_query_size: '8388608',
  max_partitions_per_insert_block: '0',
} as const

/** Everything the database needs to check the rows of one file. */
export interface FileCheck {
  readonly layout: Layout
  /** In the order in which they are reported; the first two concern the whole row. */
  readonly checks: readonly Check[]
  /** Columns of the intake table that the values go to. */
  readonly columns: readonly string[]
  /**
   * INSERT … SELECT … FROM input() of rows of one or more files laid out alike. Parameters, arrays with an element per
   * piece: starts (number of its first line, from 0), firsts (its row in the file), packages, files, last_days.
   * Of one piece alone no row has to be asked which one it belongs to.
   */
  insertSql(form: Form, pieces: 'one' | 'many'): string
  /**
   * SELECT package, file, row, cells, issues (indices into `checks`, each with its part) of the rows set aside, in this
   * order, of files laid out alike; parameters, arrays with an element per file: packages, files, last_days.
   */
  issuesSql: string
}

const cellName = (column: string): string => `v_${column}`
const groups: Partial<Record<Kind, (context: Context) => Compiled>> = { events: eventColumns, ratings: ratingColumns }
const grouped = new Set(['section', 'item', 'status', 'date', 'time', 'score', 'criteria'])

function compileColumns(layout: Layout, context: Context): Compiled {
  const { columns } = kindRules[layout.kind]
  const single = columns.filter(({ name }) => !grouped.has(name))
  const parts = single.map((column) => (isText(column) ? textColumn(column, context) : momentColumn(column, context)))
  const group = groups[layout.kind]
  if (group) parts.push(group(context))
  if (layout.kind === 'wide') parts.push(wideEvents(layout, context))
  return together(parts)
}

/** Text of a cell as it stood in the file, from its escaped form. NUL can't occur in a file and keeps `\\` apart from `\t`. */
const unescaped = (text: string): string =>
  [
    ['\\\\', '\\0'],
    ['\\t', '\t'],
    ['\\n', '\n'],
    ['\\r', '\r'],
  ].reduce(
    (sql, [from, to]) => `replaceAll(${sql}, ${literal(from ?? '')}, ${to === '\\0' ? "'\\0'" : literal(to ?? '')})`,
    text,
  )

function cellsOf({ form, delimiter, crlf }: Form): string {
  if (form === 'plain')
    return `splitByChar(${literal(delimiter)}, ${crlf ? 'substring(line, 1, length(line) - 1)' : 'line'})`
  return `arrayMap(x -> replaceAll(${unescaped('x')}, '\\0', '\\\\'), splitByChar('\\t', line))`
}

/** Any of the spaces, at either end; where there are none but plain ones, `trimBoth` does the same without an expression to match. */
const spaces = `[${cellSpaces.join('')}]+`
const withoutSpaces = (text: string): string =>
  `replaceRegexpOne(replaceRegexpOne(${text}, ${literal(`^${spaces}`)}, ''), ${literal(`${spaces}$`)}, '')`
const trim = { plain: (text: string) => `trimBoth(${text})`, odd: withoutSpaces } as const
/** Cells of few different values: what depends on one of them alone is computed once per value of a block, not per row. */
const fewValues = new Set<CellType['type']>(['section', 'item', 'status', 'date', 'channel', 'region', 'word', 'age'])
const isFew = (kind: Kind, name: string): boolean =>
  kindRules[kind].columns.some((column) => column.name === name && fewValues.has(column.cell.type))

const issue = (index: number, part = '0'): string => `(toUInt32(${index}), toUInt32(${part}))`

/**
 * Compiles the checks of a file from its layout: from one table of columns come the statement that stores good rows and
 * keeps the cells of bad ones, and the statement that says what is wrong with those.
 * `demo`: the made-up region 00 is accepted too.
 */
export function compileFile(layout: Layout, { demo }: { demo: boolean }): FileCheck {
  const odd = compileRows(layout, { demo, trimmed: trim.odd })
  const plain = compileRows(layout, { demo, trimmed: trim.plain })
  const { columns, checks } = odd
  // A row that is too narrow or too long is not looked at further: what its cells mean is anybody's guess.
  const wrong =
    `multiIf(${odd.whole.map(({ when }, index) => `${when}, [${issue(index)}]`).join(', ')}, ` +
    `arrayFilter(i -> i.1 > 0, [${odd.own.map(({ when, part }, index) => `if(${when}, ${issue(index + odd.whole.length, part)}, ${issue(0)})`).join(', ')}]))`
  return {
    layout,
    columns,
    checks,
    insertSql: (form, pieces) => {
      const piece = pieces === 'one' ? '1' : 'arrayLastIndex(start -> start <= line_number, {starts:Array(UInt32)})'
      const lines = `SELECT ${cellsOf(form)} AS cells, length(line) AS bytes, rowNumberInAllBlocks() AS line_number FROM input('line String')`
      const placed = `SELECT cells, bytes, line_number, ${piece} AS piece, {last_days:Array(UInt32)}[piece] AS last_day FROM (${lines})`
      const { values, bad, late, layer } = form.oddSpaces ? odd : plain
      return (
        `INSERT INTO intake_${layout.kind} (${[...columns, 'bad', 'untimed', 'cells', 'bytes', 'package', 'file', 'row'].join(', ')})\n` +
        `SELECT ${values.join(', ')}, is_bad, ${late}, if(is_bad, cells, []), bytes, ` +
        '{packages:Array(UInt32)}[piece], {files:Array(UInt16)}[piece], ' +
        'line_number - {starts:Array(UInt32)}[piece] + {firsts:Array(UInt32)}[piece]\n' +
        `FROM (SELECT *, ${bad} AS is_bad FROM (${layer(placed)})) FORMAT LineAsString`
      )
    },
    issuesSql: `SELECT package, file, row, cells, ${wrong} AS issues FROM (${odd.layer(setAside)}) ORDER BY package, file, row`,
  }
}

/** What is asked of the rows of a file, in SQL, by one way of taking spaces off its cells. */
function compileRows(layout: Layout, { demo, trimmed }: Pick<Context, 'demo' | 'trimmed'>) {
  const named = [...layout.positions].map(([column, position]): Step => {
    const text = trimmed(`cells[${position + 1}]`)
    return [cellName(column), isFew(layout.kind, column) ? `toLowCardinality(${text})` : text]
  })
  const has = (column: string) => layout.positions.has(column)
  const cell = (column: string) => (has(column) ? cellName(column) : "''")
  const { values, checks: own, untimed, steps } = compileColumns(layout, { has, cell, trimmed, demo })
  const whole: Check[] = [
    { code: 'row_width', column: '', when: `width != ${layout.width}` },
    { code: 'too_long', column: '', when: `bytes > ${maxRowBytes}` },
  ]
  const layers: (readonly Step[])[] = [[['width', 'length(cells)'], ...named], ...steps]
  const columns = Object.keys(values)
  return {
    columns,
    values: columns.map((column) => values[column]),
    whole,
    own,
    checks: [...whole, ...own],
    bad: anyOf([...whole, ...own].map(({ when }) => when)),
    late:
      untimed.length === 0
        ? "''"
        : `multiIf(${untimed.map(({ column, when }) => `${when}, ${literal(column)}`).join(', ')}, '')`,
    layer: (from: string) =>
      layers.reduce(
        (inner, names) => `SELECT *${names.map(([name, sql]) => `, ${sql} AS ${name}`).join('')} FROM (${inner})`,
        from,
      ),
  }
}

/** Rows set aside, each with the last day of its package. */
const setAside = `SELECT package, file, row, cells, bytes, {last_days:Array(UInt32)}[piece] AS last_day FROM (
  SELECT *, arrayFirstIndex((p, f) -> p = package AND f = file, {packages:Array(UInt32)}, {files:Array(UInt16)}) AS piece
  FROM stage_bad) WHERE piece > 0`
