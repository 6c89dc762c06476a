import type { MeanFigure, ShareFigure } from './figures.ts'
import {
  type CountOf,
  digitsOf,
  type FigureKey,
  indicatorList,
  type MeanField,
  type SampleOf,
  type ShareField,
} from './list.ts'

/** The figures of a slice with what they are counted from. */
export type FigureRow = Readonly<
  Record<(CountOf | SampleOf)['key'], number> & Record<ShareField, ShareFigure> & Record<MeanField, MeanFigure>
>
export type FigureColumnName = (CountOf | SampleOf)['column'] | (typeof indicatorList)[number]['column']

/** A column of numbers in files and in the table of the command. */
export interface FigureColumn {
  readonly column: FigureColumnName
  readonly title: string
  /** The title where there is little room. */
  readonly heading: string
  /** Set where the column is an indicator, not a count. */
  readonly indicator: FigureKey | null
  /** Digits after the comma where people read it. */
  readonly digits: number
  readonly value: (row: FigureRow) => number | null
}

const countColumn = ({ key, column, title }: CountOf | SampleOf): FigureColumn => ({
  column,
  title,
  heading: title,
  indicator: null,
  digits: 0,
  value: (row) => row[key],
})

/** All columns in order: of each indicator what it is counted from, then its value. Counts of several stand once. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  ...new Map(
    indicatorList
      .flatMap((one): FigureColumn[] => [
        ...(one.kind === 'share' ? [one.denominator, one.numerator] : [one.sample]).map(countColumn),
        {
          column: one.column,
          title: one.kind === 'share' ? `${one.shortName}, ${one.unit}` : one.shortName,
          heading: one.heading,
          indicator: one.key,
          digits: digitsOf(one.key),
          value: (row) => row[one.field].value,
        },
      ])
      .map((column) => [column.column, column]),
  ).values(),
]
