import * as files from '../../sheet-files/index.ts'
import { COLUMNS, type ColumnName, MAPPED_COLUMNS, REQUIRED } from './columns.ts'

export type Mapping = files.Mapping<ColumnName>
export type Layout = files.Layout<ColumnName>
const COLUMN_SET: files.ColumnSet<ColumnName> = { all: COLUMNS, required: REQUIRED, mapped: MAPPED_COLUMNS }

/** The mapping of our own files. */
export const OWN_MAPPING: Mapping = files.ownMapping()

/** Reads a mapping as its file gives it; throws InputError with the first fault. */
export const readMapping = (value: unknown): Mapping => files.readMapping(value, COLUMN_SET)

/** Whether a title of the file is that of one of our columns. */
export const isKnownTitle = (mapping: Mapping): ((title: string) => boolean) => files.isKnownTitle(mapping, COLUMN_SET)

/** Finds our columns among the titles; throws InputError where a needed or a named one is not there, or stands twice. */
export const layoutOf = (mapping: Mapping, titles: readonly string[]): Layout =>
  files.layoutOf(mapping, titles, COLUMN_SET)
