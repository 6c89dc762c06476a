import { dayInFigures, numberFormat, PAPER } from '@otklik/model/print'
import type { ColumnType } from '../http/tables/table.ts'
import { asText } from '../http/tables/text.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * A column of a table on paper. Numbers, percent and intervals are given unrounded; `day` is `YYYY-MM-DD`, `time`
 * `YYYY-MM-DDTHH:MM:SS`. Whatever is null or missing is printed as `none`.
 */
export interface PaperColumn {
  readonly key: string
  readonly title: string
  readonly type?: ColumnType | 'interval'
  /** Digits after the comma: 1 of percent and intervals, 2 of numbers where nothing is said. */
  readonly digits?: number
  /** In place of a value that is not there; «нет данных» where nothing is said. */
  readonly none?: string
  /** Columns side by side that name the same group stand under one head. */
  readonly group?: string
  /** In millimetres; where nothing is said the contents decide. */
  readonly width?: number
}
export type PaperCell = string | number | boolean | Interval | null | undefined
export type PaperRow = Readonly<Record<string, PaperCell>>

const { number, count, interval } = numberFormat(PAPER)

export const noneOf = ({ none = PAPER.nothing }: PaperColumn): string => none

/** Digits after the comma of a column of numbers. */
export function digitsOf({ type, digits }: Pick<PaperColumn, 'type' | 'digits'>): number {
  if (type === 'integer') return 0
  return digits ?? (type === 'number' ? 2 : 1)
}

export const isInterval = (value: unknown): value is Interval =>
  typeof value === 'object' && value !== null && 'low' in value && 'high' in value

/** A cell as it is printed. */
export function printCell(column: PaperColumn, value: PaperCell): string {
  if (value === null || value === undefined || value === '') return noneOf(column)
  const { type = 'text' } = column
  if (isInterval(value)) return interval(value.low, value.high, digitsOf(column)) ?? noneOf(column)
  if (typeof value === 'number' && type !== 'text')
    return type === 'integer' ? count(value) : number(value, digitsOf(column))
  if (typeof value === 'string' && (type === 'day' || type === 'time'))
    return dayInFigures(type === 'day' ? value.slice(0, 10) : value)
  return asText(value)
}

/** Numbers stand under their units, dates in the middle, words at the left. */
export function alignOf({ type = 'text' }: PaperColumn): 'left' | 'centre' | 'right' {
  if (type === 'text') return 'left'
  return type === 'day' || type === 'time' ? 'centre' : 'right'
}
