import type { Buffers } from './records/buffers.ts'
import type { CodePage } from './encodings/code-pages.ts'
import type { Encoding } from './encodings/encoding.ts'
import type { Utf16 } from './encodings/utf16.ts'
import type { StructureFault } from './faults/fault.ts'
import type { Header } from './records/header.ts'
import type { Delimiter } from './records/header-lines.ts'
import type { LineMap } from './records/line-map.ts'
import type { ReadNote } from './records/notes.ts'

/** Whole records of one file, in UTF-8, each ended by LF. */
export interface Chunk {
  body: Buffer
  /**
   * `plain`: the file's own lines, cells separated by `delimiter`, not one quote among them, backslashes mean themselves.
   * `escaped`: cells separated by a tab, with `\t`, `\n`, `\r`, `\\` written inside cells; any other character, quotes too, means itself.
   */
  form: 'plain' | 'escaped'
  /** The delimiter of this body: a tab where it is escaped. */
  delimiter: Delimiter
  /** Every line ends with CR LF: one CR before each LF is no part of the last cell. Only with `plain`. */
  crlf: boolean
  /** 1 = the first row after the header. */
  firstRow: number
  rows: number
  /** Rows above `maxRecordBytes`, to be set aside as `too_long`; they stand in the body whole. */
  longRows: number[]
  /** Cells may have spaces around them other than the plain one (`cellSpaces`). */
  oddSpaces: boolean
  /** Cells may hold damaged text, or marks around it that only a spreadsheet needs. */
  oddText: boolean
  /** Cells may have spaces within. */
  spaced: boolean
  /** Says that `body` will not be looked at again, so its memory may hold a later chunk. Saves time, may be left out. */
  release(): void
}

export interface ReadOptions {
  /** About the size of a chunk, in bytes; a single longer record makes a longer chunk. 32 MiB. */
  chunkBytes?: number
  /** The size of the first chunk; each after it has twice as many bytes, until they have their size. `chunkBytes`. */
  firstBytes?: number
  /** Where memory for chunks comes from; fresh memory for each without. */
  buffers?: Buffers
  /** A longer row is listed in `longRows`. 1 MiB. */
  maxRecordBytes?: number
  /** A longer row ends the reading: `unclosed_quote` inside quotes, else `too_large`. 64 MiB. */
  hugeRecordBytes?: number
  /** A longer file is `too_large`. No limit. */
  maxFileBytes?: number
  /** For the second reading after `restart`. */
  encoding?: CodePage
  /** Quotes are written as RFC 4180 says for certain. */
  trusted?: boolean
  /** Looks at the header: says what is wrong with it, or nothing to go on. */
  onHeader?: (header: Header) => StructureFault | undefined | Promise<StructureFault | undefined>
}

export interface ReadResult {
  /** Of the file's raw bytes, hexadecimal; null where they could not be read to the end. */
  sha256: string | null
  /** Raw bytes read. */
  bytes: number
  /** Rows handed out. */
  rows: number
  encoding: Encoding | Utf16
  header: Header | undefined
  /** The file is unusable. */
  structure: StructureFault | undefined
  /** Chunks already handed out were decoded wrongly: forget them and read again with this encoding. Very rare. */
  restart: CodePage | undefined
  /** What was read otherwise than it is written. */
  notes: readonly ReadNote[]
  /** Where its rows stand in the file. */
  lines: Pick<LineMap, 'lineOf'>
}
