import { type CellType, cellSpaces, type Kind, kindRules, type Layout } from '@otklik/model/exchange'
import { type Check, type Compiled, type Context, type Step, together } from './check.ts'
import type { Cutting } from './cutting.ts'
import { eventColumns } from './events.ts'
import { anyOf, literal } from './literals.ts'
import { cellNotes, loosely } from './loosely.ts'
import { momentColumn } from './moment-columns.ts'
import { ratingColumns } from './rated.ts'
import { isText, textColumn } from './texts.ts'
import { wideEvents } from './wide-events.ts'

/** A row longer than this is set aside as `too_long`, in bytes. */
export const maxRowBytes = 1 << 20

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
export const trim = { plain: (text: string) => `trimBoth(${text})`, odd: withoutSpaces } as const
/** Cells of few different values: what depends on one of them alone is computed once per value of a block, not per row. */
const fewValues = new Set<CellType['type']>(['section', 'item', 'status', 'date', 'channel', 'region', 'word', 'age'])
const typeOf = (kind: Kind, name: string): CellType['type'] =>
  kindRules[kind].columns.find((column) => column.name === name)?.cell.type ?? 'text'

const cellName = (column: string): string => `v_${column}`
const rawName = (column: string): string => `raw_${column}`
const misspeltName = (index: number): string => `misspelt_${index}`

/** How the cells of a file are read. */
export type Reading = Pick<Context, 'demo' | 'trimmed' | 'reading' | 'odd'>

/** The layers in which cells are had from a line: read loosely, what is certain in them is mended. */
function cellLayers({ kind, positions, misspelt }: Layout, { trimmed, reading }: Reading, cut: Cutting): Step[][] {
  const passed = misspelt.map(({ position }, index): Step => [misspeltName(index), trimmed(cut.cell(position))])
  const strict = [...positions].map(([column, position]): Step => {
    const text = trimmed(cut.cell(position))
    const few = fewValues.has(typeOf(kind, column)) && !cut.few(position)
    return [cellName(column), few ? `toLowCardinality(${text})` : text]
  })
  if (reading === 'strict') return [[...strict, ...passed]]
  const raw = [...positions].map(([column, position]): Step => [rawName(column), trimmed(cut.cell(position))])
  const mended = [...positions.keys()].map((column): Step => {
    return [cellName(column), loosely(rawName(column), typeOf(kind, column))]
  })
  return [[...raw, ...passed], mended]
}

/** What is asked of the rows of a file, in SQL, by one way of reading its cells. */
export function compileRows(layout: Layout, reading: Reading, cut: Cutting) {
  const has = (column: string) => layout.positions.has(column)
  const cell = (column: string) => (has(column) ? cellName(column) : "''")
  const { values, checks, wrong, doubtful, untimed, steps, problemSteps, notes } = compileColumns(layout, {
    ...reading,
    has,
    cell,
  })
  const misspelt = layout.misspelt.map(
    ({ title }, index): Check => ({ code: 'misspelt_column', column: title, when: `${misspeltName(index)} != ''` }),
  )
  const whole: Check[] = [
    { code: 'row_width', column: '', when: cut.wrongWidth },
    { code: 'too_long', column: '', when: `bytes > ${maxRowBytes}` },
  ]
  const own = [...checks, ...misspelt]
  const layers = [...cut.layers, ...cellLayers(layout, reading, cut), ...steps]
  const columns = Object.keys(values)
  const bad = [...[...whole, ...misspelt].map(({ when }) => when), ...wrong]
  return {
    columns,
    values: columns.map((column) => values[column]),
    whole,
    own,
    checks: [...whole, ...own],
    bad: anyOf(reading.reading === 'strict' ? [...bad, ...doubtful] : bad),
    notes: [...cellNotes(layout, rawName), ...notes],
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
