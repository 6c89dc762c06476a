import type { Layout } from '@otklik/model/exchange'
import type { Check } from './check.ts'
import { cutting, type Form, inArray } from './cutting.ts'
import { literal } from './literals.ts'
import { compileRows, trim } from './rows.ts'

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
  /** For the rows set aside of files laid out alike; parameters, arrays with an element per file: packages, files, last_days. */
  readonly aside: AsideSql
}
export interface AsideSql {
  /** SELECT package, file, row, cells, issues (indices into `checks`, each with its part), in this order. */
  readonly issues: string
  /**
   * INSERT INTO stage_notes what is told of rows that are good when read loosely: which cells are mended, and how. A row of which
   * there is nothing to tell has a note without a code.
   */
  readonly notes: string
  /** INSERT those rows where they would have gone, had they been good at once. */
  readonly mend: string
}

const issue = (index: number, part = '0'): string => `(toUInt32(${index}), toUInt32(${part}))`
const intakeColumns = ['bad', 'untimed', 'cells', 'bytes', 'package', 'file', 'row']

/**
 * Compiles the checks of a file from its layout: from one table of columns come the statement that stores good rows and
 * keeps the cells of bad ones, and those that read the bad ones once more and say what is wrong with them.
 * `demo`: the made-up region 00 is accepted too.
 */
export function compileFile(layout: Layout, { demo }: { demo: boolean }): FileCheck {
  const reading = { demo, trimmed: trim.odd, reading: 'loose', odd: { text: true, spaced: true } } as const
  const again = compileRows(layout, reading, inArray(layout.width))
  const statements = new Map<string, string>()
  return {
    layout,
    columns: again.columns,
    checks: again.checks,
    insertSql: (form, pieces) => {
      const key = JSON.stringify([form, pieces])
      const sql = statements.get(key) ?? compileInsert(layout, { demo }, form, pieces)
      statements.set(key, sql)
      return sql
    },
    aside: compileAside(layout, again),
  }
}

function compileAside(layout: Layout, again: ReturnType<typeof compileRows>): AsideSql {
  const { whole, own, columns, values, bad, late, notes } = again
  // A row that is too narrow or too long is not looked at further: what its cells mean is anybody's guess.
  const wrong =
    `multiIf(${whole.map(({ when }, index) => `${when}, [${issue(index)}]`).join(', ')}, ` +
    `arrayFilter(i -> i.1 > 0, [${own.map(({ when, part }, index) => `if(${when}, ${issue(index + whole.length, part)}, ${issue(0)})`).join(', ')}]))`
  const good = `SELECT * FROM (${again.layer(setAside)}) WHERE NOT (${bad})`
  const told = notes.map(({ code, column, when, value }) => {
    return `if(${when}, (${literal(code)}, ${literal(column)}, toString(${value})), ('', '', ''))`
  })
  return {
    issues: `SELECT package, file, row, cells, ${wrong} AS issues FROM (${again.problemLayer(setAside)}) ORDER BY package, file, row`,
    notes:
      'INSERT INTO stage_notes (package, file, row, code, column, value) ' +
      `SELECT package, file, row, note.1, note.2, note.3 FROM (` +
      `SELECT package, file, row, arrayFilter(n -> n.1 != '', [${told.join(', ')}]) AS told FROM (${good})) ` +
      `ARRAY JOIN if(empty(told), [('', '', '')], told) AS note`,
    mend:
      `INSERT INTO intake_${layout.kind} (${[...columns, ...intakeColumns].join(', ')}) ` +
      `SELECT ${values.join(', ')}, false, ${late}, [], bytes, package, file, row FROM (${good})`,
  }
}

function compileInsert(layout: Layout, { demo }: { demo: boolean }, form: Form, pieces: 'one' | 'many'): string {
  const piece = pieces === 'one' ? '1' : 'arrayLastIndex(start -> start <= line_number, {starts:Array(UInt32)})'
  const lines = `SELECT line, length(line) AS bytes, rowNumberInAllBlocks() AS line_number FROM input('line String')`
  const placed = `SELECT *, ${piece} AS piece, {last_days:Array(UInt32)}[piece] AS last_day FROM (${lines})`
  const cut = cutting(layout, form)
  const trimmed = trim[form.oddSpaces ? 'odd' : 'plain']
  const odd = { text: form.oddText, spaced: form.spaced }
  const rows = compileRows(layout, { demo, trimmed, reading: 'strict', odd }, cut)
  const { columns, values, bad, late, layer } = rows
  return (
    `INSERT INTO intake_${layout.kind} (${[...columns, ...intakeColumns].join(', ')})\n` +
    `SELECT ${values.join(', ')}, is_bad, ${late}, ${cut.setAside}, bytes, ` +
    '{packages:Array(UInt32)}[piece], {files:Array(UInt16)}[piece], ' +
    'line_number - {starts:Array(UInt32)}[piece] + {firsts:Array(UInt32)}[piece]\n' +
    `FROM (SELECT *, ${bad} AS is_bad FROM (${layer(placed)})) FORMAT LineAsString`
  )
}

/** Rows set aside, each with the last day of its package. */
const setAside = `SELECT package, file, row, cells, bytes, {last_days:Array(UInt32)}[piece] AS last_day FROM (
  SELECT *, arrayFirstIndex((p, f) -> p = package AND f = file, {packages:Array(UInt32)}, {files:Array(UInt16)}) AS piece
  FROM stage_bad) WHERE piece > 0`
