import type { Kind, StructureCode } from '@otklik/model/exchange'

/** What exactly was found under a structure code; the sentence for the user is made from it elsewhere. */
export type FaultReason =
  // bad_encoding
  | 'damaged_utf16'
  | 'nul_byte'
  | 'damaged_utf8'
  | 'undefined_in_windows_1251'
  | 'mixed_encodings'
  | 'cr_line_ends'
  // too_large
  | 'header_too_long'
  | 'record_too_long'
  | 'file_too_long'
  | 'too_many_files'
  // unsafe_archive
  | 'gzip'
  | 'other_archive'
  | 'nested_archive'
  | 'damaged_archive'
  | 'checksum'
  | 'too_many_entries'
  | 'total_too_long'
  | 'compression_ratio'
  | 'encrypted_entry'
  | 'unknown_compression'
  | 'unsafe_name'
  | 'duplicate_name'
  | 'overlapping_entries'
  | 'link'
  | 'self_extracting'
  // empty_file
  | 'empty_archive'
  // no_known_kind
  | 'office_document'
  | 'open_document'
  | 'lost_lines'
  | 'html'
  | 'json'
  | 'other_format'
  // bad_workbook
  | 'password'
  | 'old_workbook'
  | 'xml_workbook'
  | 'binary_workbook'
  | 'damaged_workbook'
  | 'no_table'
  | 'merged_cells'
  | 'no_value'
  // anything the header check of the caller says, and codes that need no further word
  | 'header'
  | 'plain'

export interface StructureFault {
  code: StructureCode
  reason: FaultReason
  /** 0 = the header, 1 = the first row after it. */
  row?: number
  /** Line of the file, 1 = the first, as an editor counts them. */
  line?: number
  /** Offset in the file, in bytes from 0. */
  offset?: number
  /** The limit that was passed, in bytes or pieces. */
  limit?: number
  /** A name or library message that helps to find the place. */
  detail?: string
  /** The columns meant by `missing_column` and `duplicate_column`. */
  columns?: readonly string[]
  /** What the file is by its header, and what its columns are besides. */
  kind?: Kind | null
  besides?: readonly Kind[]
}

/** Thrown inside byte streams (archives); `readFile` turns it into the `structure` of its result. */
export class FaultError extends Error {
  readonly fault: StructureFault

  constructor(fault: StructureFault, cause?: unknown) {
    super(`${fault.code}: ${fault.reason}${fault.detail ? ` (${fault.detail})` : ''}`, { cause })
    this.name = 'FaultError'
    this.fault = fault
  }
}
