import type { Interval, PaperColumn, PaperRow } from './columns.ts'
import type { Orientation } from './paper.ts'

/** A piece of text that is set off from the rest. */
export interface Marked {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
}
/** Words as they are; nothing in them is markup. A line break in a string is one on paper. */
export type Text = string | readonly (string | Marked)[]

export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}
export interface Paragraph {
  readonly kind: 'text'
  readonly text: Text
  /** `lead`: the answer that stands first, set larger; `note`: small print under a table or at the end. */
  readonly look?: 'lead' | 'note'
  readonly align?: 'centre' | 'right'
}
export type ListItem = Text | { readonly text: Text; readonly items: readonly Text[] }
export interface List {
  readonly kind: 'list'
  /** Numbers instead of dashes. */
  readonly ordered?: boolean
  readonly items: readonly ListItem[]
}
/** Names with their values, as a passport of a paper has them. */
export interface Facts {
  readonly kind: 'facts'
  readonly rows: readonly (readonly [name: string, value: Text])[]
}
export interface Table {
  readonly kind: 'table'
  /** Named and numbered, «Таблица 1. …»; a table without a title has no number. */
  readonly title?: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly PaperRow[]
  /** The last row, set off. */
  readonly total?: PaperRow
  /** What stands in the place of a table without rows: why there is nothing. */
  readonly empty: string
}
export interface Series {
  readonly name: string
  /** One for every category; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** The interval of every value, drawn as a bar of error. */
  readonly intervals?: readonly (Interval | null)[]
}
/** A chart with its figures in a table under it. */
export interface Chart {
  readonly kind: 'chart'
  /** Named and numbered, «Рисунок 1. …». */
  readonly title: string
  readonly form: 'bars' | 'lines'
  /** What the categories are: the head of the first column of the table. */
  readonly along: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  /** Of the values as they are printed; 1 where nothing is said. */
  readonly digits?: number
  /** '%' or 'балл', beside the axis. */
  readonly unit?: string
  /** What stands in its place where no series has a value. */
  readonly empty: string
}
/** Lines to be signed; several one under another. */
export interface Signature {
  readonly kind: 'signature'
  readonly lines: readonly { readonly position: string; readonly name?: string }[]
  /** Whether a line for the date stands under them. */
  readonly dated?: boolean
}
export interface Qr {
  readonly kind: 'qr'
  /** What the code holds; as a rule an address, printed beside it too. */
  readonly holds: string
  readonly caption: string
}
/** A new page; from here on pages lie as asked. */
export interface PageBreak {
  readonly kind: 'page'
  readonly orientation?: Orientation
}
/** A word or a code on a poster; millimetres from the upper left corner of the page. */
export type PosterItem = {
  readonly x: number
  readonly y: number
  /** Of a text the width in which it is set; of a code its side. */
  readonly width: number
} & (
  | {
      readonly text: Text
      /** In points. */
      readonly size: number
      readonly align?: 'left' | 'centre' | 'right'
    }
  | { readonly qr: string }
)
/** A page of its own on which words stand freely: a certificate, a poster for a wall. */
export interface Poster {
  readonly kind: 'poster'
  readonly orientation?: Orientation
  /** A double line along the edges. */
  readonly framed?: boolean
  readonly items: readonly PosterItem[]
}

export type Block = Heading | Paragraph | List | Facts | Table | Chart | Signature | Qr | PageBreak | Poster
