import { type CellType, kindRules, type Layout } from '@otklik/model/exchange'
import type { Step } from './check.ts'
import { literal } from './literals.ts'

/** How the lines of a chunk become cells. */
export interface Form {
  readonly form: 'plain' | 'escaped'
  readonly delimiter: string
  readonly crlf: boolean
  /** Cells may have spaces around them other than the plain one. */
  readonly oddSpaces: boolean
  /** Cells may hold damaged text, or marks around it that only a spreadsheet needs. */
  readonly oddText: boolean
  /** Cells may have spaces within. */
  readonly spaced: boolean
}
/** A way to get at the cells of a line, in SQL. */
export interface Cutting {
  /** What is worked out of a `line`, step by step, before any cell is asked for. */
  readonly layers: readonly (readonly Step[])[]
  /** Text of a cell by its position, from 0. */
  cell(position: number): string
  /** Whether its cells are worked out once per different value of a block already. */
  few(position: number): boolean
  /** True of a line that has not the width of its header. */
  readonly wrongWidth: string
  /** All cells of a line set aside, as an array; of others whatever costs least. */
  readonly setAside: string
}

/** Cells as an array that is there already. */
export const inArray = (width: number): Cutting => ({
  layers: [[['width', 'length(cells)']]],
  cell: (position) => `cells[${position + 1}]`,
  few: () => false,
  wrongWidth: `width != ${width}`,
  setAside: 'if(is_bad, cells, [])',
})

/** Cuts the lines of a chunk: along a run of columns of few values where that can be, else at every delimiter. */
export function cutting(layout: Layout, form: Form): Cutting {
  const run = form.form === 'plain' && !form.oddSpaces ? runOf(layout) : undefined
  return run ? alongRun(layout, run, form) : everywhere(layout, form)
}

function everywhere(layout: Layout, form: Form): Cutting {
  const cut = inArray(layout.width)
  return { ...cut, layers: [[['cells', cellsOf(form)]], ...cut.layers] }
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
const withoutEnd = ({ crlf }: Form): string => (crlf ? 'substring(line, 1, length(line) - 1)' : 'line')

function cellsOf(form: Form): string {
  if (form.form === 'plain') return `splitByChar(${literal(form.delimiter)}, ${withoutEnd(form)})`
  return `arrayMap(x -> replaceAll(${unescaped('x')}, '\\0', '\\\\'), splitByChar('\\t', line))`
}

/** Columns that stand one after another. */
interface Run {
  /** Cells before it. */
  readonly before: number
  readonly length: number
  /** Cells after it. */
  readonly after: number
}
/** Together they have few different values still: sections, items, statuses and days come again and again. */
const repeating = new Set<CellType['type']>(['section', 'item', 'status', 'date'])

/** The longest run of columns whose cells repeat together; undefined where it would spare nothing. */
function runOf({ kind, positions, width }: Layout): Run | undefined {
  const named = new Map([...positions].map(([column, position]) => [position, column]))
  const repeats = Array.from({ length: width }, (_, position) =>
    kindRules[kind].columns.some(({ name, cell }) => name === named.get(position) && repeating.has(cell.type)),
  )
  const lengthAt = (start: number): number => {
    const end = repeats.indexOf(false, start)
    return (end < 0 ? width : end) - start
  }
  const starts = repeats.map((_, position) => position)
  const start = starts.reduce((best, at) => (lengthAt(at) > lengthAt(best) ? at : best), 0)
  const length = lengthAt(start)
  return length > 1 && length < width ? { before: start, length, after: width - start - length } : undefined
}

/**
 * Cuts out the run as one text, which a block has few of, and its cells out of those few. Of a line with fewer cells than
 * stand beside the run, it is empty and has the wrong width too.
 */
function alongRun({ width }: Layout, run: Run, form: Form): Cutting {
  const delimiter = literal(form.delimiter)
  const ends: Step[] = []
  if (run.before > 0) ends.push(['cells_before', `substringIndex(row_text, ${delimiter}, ${run.before})`])
  if (run.after > 0) ends.push(['cells_after', `substringIndex(row_text, ${delimiter}, -${run.after})`])
  const start = run.before > 0 ? 'length(cells_before) + 2' : '1'
  const taken = ends.map(([name]) => ` - length(${name}) - 1`).join('')
  const text = `substring(row_text, ${start}, greatest(length(row_text)${taken}, 0))`
  const beside = (cells: string, count: number, index: number): string =>
    count === 1 ? cells : `splitByChar(${delimiter}, ${cells})[${index + 1}]`
  return {
    layers: [[['row_text', withoutEnd(form)]], ends, [['run_text', `toLowCardinality(${text})`]]],
    cell: (position) => {
      if (position < run.before) return beside('cells_before', run.before, position)
      const place = position - run.before
      if (place >= run.length) return beside('cells_after', run.after, place - run.length)
      return `substringIndex(substringIndex(run_text, ${delimiter}, ${place + 1}), ${delimiter}, -1)`
    },
    few: (position) => position >= run.before && position < width - run.after,
    wrongWidth: `countSubstrings(run_text, ${delimiter}) != ${run.length - 1}`,
    setAside: `splitByChar(${delimiter}, if(is_bad, row_text, ''))`,
  }
}
