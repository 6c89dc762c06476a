export const errorCodes = [
  'duplicate_code',
  'bad_code',
  'showif_forward',
  'showif_unknown',
  'option_unknown',
  'no_options',
  'bad_bounds',
  'list_unknown',
  'two_other',
  'missing_text',
] as const
export const warningCodes = [
  'unreachable',
  'always_shown',
  'dead_option',
  'missing_translation',
  'measure_mismatch',
  'series_broken',
  'long_form',
] as const
export type ErrorCode = (typeof errorCodes)[number]
export type WarningCode = (typeof warningCodes)[number]

/** A fault of a questionnaire. `at`: question, `q6.row`, `q1.option`, page, `lists.name.entry` or a field of the document. */
export interface Problem {
  readonly level: 'error' | 'warning'
  readonly code: ErrorCode | WarningCode
  readonly at: string
  /** One sentence in Russian. */
  readonly message: string
}

export const error = (code: ErrorCode, at: string, message: string): Problem => ({ level: 'error', code, at, message })
export const warning = (code: WarningCode, at: string, message: string): Problem => ({
  level: 'warning',
  code,
  at,
  message,
})
