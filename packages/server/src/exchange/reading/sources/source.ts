import type { WarningCode } from '@otklik/model/exchange'

/** One file to read, wherever it lies. */
export interface Source {
  /** Path inside the folder or archive, with `/`; the bare name of a single file. */
  name: string
  /** In bytes, as declared; of the workbook, for a sheet. */
  size?: number
  /** The raw bytes, once; any `Readable` of bytes will do. A piece may be valid only until the next one is asked for. */
  open(): AsyncIterable<Buffer>
  /** The bytes are the rows of a sheet as CSV; about the file they come from. */
  sheet?: SheetOf
}

/** A file as it came, of which sources give only a part or another form. */
export interface Original {
  readonly name: string
  open(): AsyncIterable<Buffer>
}
export interface SheetOf {
  readonly original: Original
  /** Size of the workbook. */
  readonly bytes: number
  /** Of the workbook, or of one of its sheets where there are several; hexadecimal. */
  sha256(): Promise<string>
  /** Row of the sheet that a line of its CSV comes from. */
  rowOf(line: number): number
  /** What is to be told of it, once it has been read. */
  notes(): readonly { readonly code: WarningCode; readonly value: string }[]
}

export interface SourceLimits {
  /** Files and archive entries together. */
  maxFiles: number
  /** One file or inflated entry, bytes. */
  maxFileBytes: number
  /** All entries of one archive, inflated, bytes. */
  maxArchiveBytes: number
  /** Inflated to packed size of an entry, looked at above 16 MiB. */
  maxRatio: number
}

export const defaultLimits: SourceLimits = {
  maxFiles: 10_000,
  maxFileBytes: 16 * 2 ** 30,
  maxArchiveBytes: 64 * 2 ** 30,
  maxRatio: 200,
}

/**
 * What lies beside the data in folders and archives: traces of systems and archivers, the list this product writes itself,
 * notes for people. A file named outright is read whatever its name.
 */
const ignoredNames =
  /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|manifest\.json|readme(\..*)?|.*\.md|\$RECYCLE\.BIN|System Volume Information)$/i

export function isIgnored(name: string): boolean {
  return name.split('/').some((part) => ignoredNames.test(part))
}

/** Sources come in the order of their names, the same on every system. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
