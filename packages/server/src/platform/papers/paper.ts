import { createHash } from 'node:crypto'
import { canonicalJson } from '../audit/canonical.ts'
import type { Block } from './blocks.ts'

export type Orientation = 'portrait' | 'landscape'
export type PaperFormat = 'docx' | 'pdf' | 'xlsx'
export interface RenderOptions {
  /** A PDF/UA-1, which programs read aloud, in place of a PDF/A-2a, which archives keep. */
  readonly access?: boolean
}

/** What stands above the first block. */
export interface Head {
  /** The organisation, at the top. */
  readonly organisation?: string
  /** At the right: «Утверждён», by what, when. */
  readonly approval?: readonly string[]
  readonly title: string
  /** Under the title: number, period, subject. */
  readonly lines?: readonly string[]
  /** The head takes a page of its own, which ends with this line: place and year. */
  readonly page?: string
}

/**
 * A paper: what people print, sign and send. Plain data, which three renderers turn into files: equal data give equal
 * bytes, and nothing in a text is taken for markup, a formula or a field.
 */
export interface Paper {
  /** Name of the file without its ending; may be Russian. */
  readonly name: string
  /** Whose paper it is: stands in the metadata of the files. */
  readonly author: string
  /** The moment its data were read, ISO 8601 in UTC; the files bear this date and no other. */
  readonly made: string
  /** SHA-256 of what it was drawn from, in hexadecimal: whole in the metadata, its first 12 characters in the footer. */
  readonly hash?: string
  /** At the head of every page: «Проект», «Для внутриведомственного использования». */
  readonly mark?: string
  readonly head: Head
  /** Of the first pages; a block of the kind `page` turns those after it. */
  readonly orientation?: Orientation
  readonly blocks: readonly Block[]
}

/** A4 and its margins in millimetres; 30 are left where pages are bound, also above a page that lies. */
export const A4 = { width: 210, height: 297 } as const
export const MARGINS: Readonly<Record<Orientation, Margins>> = {
  portrait: { left: 30, right: 15, top: 20, bottom: 20 },
  landscape: { left: 20, right: 20, top: 30, bottom: 15 },
}
export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How wide the text of a page is, in millimetres. */
export function textWidth(orientation: Orientation): number {
  const { left, right } = MARGINS[orientation]
  return (orientation === 'portrait' ? A4.width : A4.height) - left - right
}

/** SHA-256 of data in their canonical form, for `hash`. */
export const hashOf = (data: unknown): string => createHash('sha256').update(canonicalJson(data)).digest('hex')

/** The beginning of the hash that stands in the footer; null where the paper has none. */
export const footerHash = ({ hash }: Pick<Paper, 'hash'>): string | null => hash?.slice(0, 12) ?? null
