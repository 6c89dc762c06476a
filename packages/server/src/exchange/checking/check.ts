import type { ErrorCode, WarningCode } from '@otklik/model/exchange'

/** A condition in SQL under which a row is set aside. */
export interface Check {
  readonly code: ErrorCode
  readonly column: string
  readonly when: string
  /** SQL of which value it is, counted from 1, where the cell holds several parted by `|`. */
  readonly part?: string
}
/** A named intermediate result. */
export type Step = readonly [name: string, sql: string]

/** What a column (or a group of columns that are read together) gives to the query of a file. */
export interface Compiled {
  /** SQL per column of the fact table. */
  readonly values: Readonly<Record<string, string>>
  readonly checks: readonly Check[]
  /** Columns whose time may be missing, with the condition. */
  readonly untimed: readonly { readonly column: string; readonly when: string }[]
  /**
   * Layers of steps: each may use those before it. Whatever is used more than once has to be a step, because the database
   * works an expression out anew, when it plans the query, at every place where it stands.
   */
  readonly steps: readonly (readonly Step[])[]
  /** Further layers that the checks need, for rows known to be wrong. */
  readonly problemSteps?: readonly (readonly Step[])[]
  /** Conditions of which one holds where any of the checks does: a shorter way than to ask them all, where there is one. */
  readonly wrong?: readonly string[]
  /** Conditions under which a row is looked at once more, though no check may hold then: it is read loosely there. */
  readonly doubtful?: readonly string[]
  /** What is told of a row that is in: read otherwise than written. Only of rows read loosely. */
  readonly notes?: readonly Note[]
}
/** A warning of a row, with the condition and the value, in SQL. */
export interface Note {
  readonly code: WarningCode
  readonly column: string
  readonly when: string
  readonly value: string
}
export const compiled = (parts: Partial<Compiled>): Compiled => ({
  values: {},
  checks: [],
  untimed: [],
  steps: [],
  ...parts,
})
export function together(parts: readonly Compiled[]): Required<Compiled> {
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)),
    checks: parts.flatMap(({ checks }) => checks),
    untimed: parts.flatMap(({ untimed }) => untimed),
    steps: inLayers(parts.map(({ steps }) => steps)),
    problemSteps: inLayers(parts.map(({ problemSteps }) => problemSteps ?? [])),
    wrong: parts.flatMap(({ wrong, checks }) => wrong ?? checks.map(({ when }) => when)),
    doubtful: parts.flatMap(({ doubtful }) => doubtful ?? []),
    notes: parts.flatMap(({ notes }) => notes ?? []),
  }
}
const inLayers = (parts: readonly Compiled['steps'][]): Step[][] =>
  Array.from({ length: Math.max(0, ...parts.map(({ length }) => length)) }, (_, layer) =>
    parts.flatMap((steps) => steps[layer] ?? []),
  )

/** What a column is compiled for. */
export interface Context {
  /** Whether the file has the column. */
  has(column: string): boolean
  /** SQL of a column's trimmed cell; '' where the file has no such column. */
  cell(column: string): string
  /** SQL of a text without the spaces around it. */
  trimmed(text: string): string
  /** The made-up region 00 is accepted too. */
  readonly demo: boolean
  /**
   * How cells are read. `strict`: as the format says; rows that fail are few and are read once more, `loose`: with what is
   * certain mended first.
   */
  readonly reading: 'strict' | 'loose'
  /** What the texts may hold; where nothing can be, nobody looks for it. */
  readonly odd: OddTexts
}
export interface OddTexts {
  /** Damage, or marks that only a spreadsheet needs. */
  readonly text: boolean
  /** Spaces within cells. */
  readonly spaced: boolean
}
