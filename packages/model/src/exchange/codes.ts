/**
 * The codes of a receipt. Structure codes refuse a file; errors set a row aside; warnings only speak.
 * Names and meaning are fixed by the exchange format.
 */
export const structureCodes = [
  'empty_file',
  'bad_encoding',
  'no_known_kind',
  'missing_column',
  'duplicate_column',
  'mixed_kinds',
  'unclosed_quote',
  'too_large',
  'unsafe_archive',
  'bad_workbook',
] as const
export const errorCodes = [
  'row_width',
  'required',
  'bad_date',
  'bad_time',
  'date_in_future',
  'date_too_early',
  'unknown_region',
  'unknown_channel',
  'unknown_section',
  'unknown_item',
  'unknown_status',
  'status_not_in_section',
  'status_item_mismatch',
  'ambiguous_item',
  'bad_applicant_kind',
  'bad_gender',
  'bad_age',
  'bad_ogrn',
  'wrong_applicant_field',
  'plain_identifier',
  'bad_hash',
  'bad_score',
  'bad_number',
  'too_long',
  'excel_number',
  'damaged_text',
  'misspelt_column',
] as const
export const warningCodes = [
  'unknown_column',
  'no_time',
  'duplicate_event',
  'duplicate_row',
  'replaced_row',
  'withdrawn_event',
  'unknown_request',
  'unknown_service',
  'lost_zeros',
  'out_of_order',
  'decision_conflict',
  'read_loosely',
  'excel_marks',
  'stray_quote',
  'backslash_quote',
  'unseen_characters',
  'empty_row',
  'other_encoding',
  'title_rows',
  'sep_line',
  'pipe_delimiter',
  'odd_line_ends',
  'end_of_file_sign',
  'ignored_file',
  'hidden_cells',
  'formula_value',
  'resaved_file',
] as const

export type StructureCode = (typeof structureCodes)[number]
export type ErrorCode = (typeof errorCodes)[number]
export type WarningCode = (typeof warningCodes)[number]
export type Code = StructureCode | ErrorCode | WarningCode

/** Every code there is: those that refuse a file, those that set a row aside, those that only speak. */
export const allCodes: readonly Code[] = [...structureCodes, ...errorCodes, ...warningCodes]

/** The code of that name, if there is one: receipts of other versions may have others. */
export const findCode = (text: string): Code | undefined => allCodes.find((code) => code === text)

/** The first year a date may lie in; anything earlier is `date_too_early`. */
export const earliestYear = 2010
/** Samples kept per code in a receipt. */
export const samplesPerCode = 20
/** Characters of a value that a message shows. */
export const shownValueLength = 80
