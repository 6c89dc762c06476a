import { type CellType, cellSpaces, type Kind, kindRules, type Layout } from '@otklik/model/exchange'
import { type Check, type Compiled, type Context, type Step, together } from './check.ts'
import { cutting, type Cutting, type Form, inArray } from './cutting.ts'
import { eventColumns } from './events.ts'
import { anyOf, literal } from './literals.ts'
import { momentColumn } from './moment-columns.ts'
import { ratingColumns } from './rated.ts'
import { isText, textColumn } from './texts.ts'
import { wideEvents } from './wide-events.ts'

/** A row longer than this is set aside as `too_long`, in bytes. */
export const maxRowBytes = 1 << 20

/**
 * How the statements run: one thread each keeps the rows of a chunk in order (two chunks at a time use two cores), and
 * no function is spared for rows that don't need it, which costs more than it saves here. Of what the database does to make
 * a statement better nothing makes these better, and it would take longer than to check a thousand rows.
 */
export const checkSettings = {
  max_threads: 1,
  compile_expressions: 0,
  max_insert_threads: '1',
  input_format_parallel_parsing: 0,
  short_circuit_function_evaluation: 'disable',
  query_plan_enable_optimizations: 0,
  optimize_and_compare_chain: 0,
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

function compileColumns(layout: Layout, context: Context): Required<Compiled> {
  const { columns } = kindRules[layout.kind]
  const single = columns.filter(({ name }) => !grouped.has(name))
  const parts = single.map((column) => (isText(column) ? textColumn(column, context) : momentColumn(column, context)))
  const group = groups[layout.kind]
  if (group) parts.push(group(context))
  if (layout.kind === 'wide') parts.push(wideEvents(layout, context))
  return together(parts)
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
  const again = compileRows(layout, { demo, trimmed: trim.odd }, inArray(layout.width))
  const { columns, checks } = again
  // A row that is too narrow or too long is not looked at further: what its cells mean is anybody's guess.
  const wrong =
    `multiIf(${again.whole.map(({ when }, index) => `${when}, [${issue(index)}]`).join(', ')}, ` +
    `arrayFilter(i -> i.1 > 0, [${again.own.map(({ when, part }, index) => `if(${when}, ${issue(index + again.whole.length, part)}, ${issue(0)})`).join(', ')}]))`
  const statements = new Map<string, string>()
  return {
    layout,
    columns,
    checks,
    insertSql: (form, pieces) => {
      const key = JSON.stringify([form, pieces])
      const sql = statements.get(key) ?? compileInsert(layout, { demo }, form, pieces)
      statements.set(key, sql)
      return sql
    },
    issuesSql: `SELECT package, file, row, cells, ${wrong} AS issues FROM (${again.problemLayer(setAside)}) ORDER BY package, file, row`,
  }
}

function compileInsert(layout: Layout, { demo }: { demo: boolean }, form: Form, pieces: 'one' | 'many'): string {
  const piece = pieces === 'one' ? '1' : 'arrayLastIndex(start -> start <= line_number, {starts:Array(UInt32)})'
  const lines = `SELECT line, length(line) AS bytes, rowNumberInAllBlocks() AS line_number FROM input('line String')`
  const placed = `SELECT *, ${piece} AS piece, {last_days:Array(UInt32)}[piece] AS last_day FROM (${lines})`
  const cut = cutting(layout, form)
  const trimmed = trim[form.oddSpaces ? 'odd' : 'plain']
  const { columns, values, bad, late, layer } = compileRows(layout, { demo, trimmed }, cut)
  return (
    `INSERT INTO intake_${layout.kind} (${[...columns, 'bad', 'untimed', 'cells', 'bytes', 'package', 'file', 'row'].join(', ')})\n` +
    `SELECT ${values.join(', ')}, is_bad, ${late}, ${cut.setAside}, bytes, ` +
    '{packages:Array(UInt32)}[piece], {files:Array(UInt16)}[piece], ' +
    'line_number - {starts:Array(UInt32)}[piece] + {firsts:Array(UInt32)}[piece]\n' +
    `FROM (SELECT *, ${bad} AS is_bad FROM (${layer(placed)})) FORMAT LineAsString`
  )
}

/** What is asked of the rows of a file, in SQL, by one way of taking spaces off its cells. */
function compileRows(layout: Layout, { demo, trimmed }: Pick<Context, 'demo' | 'trimmed'>, cut: Cutting) {
  const named = [...layout.positions].map(([column, position]): Step => {
    const text = trimmed(cut.cell(position))
    return [cellName(column), isFew(layout.kind, column) && !cut.few(position) ? `toLowCardinality(${text})` : text]
  })
  const has = (column: string) => layout.positions.has(column)
  const cell = (column: string) => (has(column) ? cellName(column) : "''")
  const {
    values,
    checks: own,
    wrong,
    untimed,
    steps,
    problemSteps,
  } = compileColumns(layout, { has, cell, trimmed, demo })
  const whole: Check[] = [
    { code: 'row_width', column: '', when: cut.wrongWidth },
    { code: 'too_long', column: '', when: `bytes > ${maxRowBytes}` },
  ]
  const layers = [...cut.layers, named, ...steps]
  const columns = Object.keys(values)
  return {
    columns,
    values: columns.map((column) => values[column]),
    whole,
    own,
    checks: [...whole, ...own],
    bad: anyOf([...whole.map(({ when }) => when), ...wrong]),
    late:
      untimed.length === 0
        ? "''"
        : `multiIf(${untimed.map(({ column, when }) => `${when}, ${literal(column)}`).join(', ')}, '')`,
    layer: (from: string) => layered(layers, from),
    problemLayer: (from: string) => layered([...layers, ...problemSteps], from),
  }
}

const layered = (layers: readonly (readonly Step[])[], from: string): string =>
  layers.reduce(
    (inner, names) => `SELECT *${names.map(([name, sql]) => `, ${sql} AS ${name}`).join('')} FROM (${inner})`,
    from,
  )

/** Rows set aside, each with the last day of its package. */
const setAside = `SELECT package, file, row, cells, bytes, {last_days:Array(UInt32)}[piece] AS last_day FROM (
  SELECT *, arrayFirstIndex((p, f) -> p = package AND f = file, {packages:Array(UInt32)}, {files:Array(UInt16)}) AS piece
  FROM stage_bad) WHERE piece > 0`
