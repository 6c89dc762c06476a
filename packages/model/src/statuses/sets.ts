/**
 * Sets of codes that the indicators count (правила сертификации, приложение № 1) and what their choice rests on.
 * Each is a plain list, so that it can be written into SQL as well.
 */

/** Positive decisions. */
export const decidedPositive = [3, 40] as const
/** Negative decisions: the numerator of the refusal share. */
export const decidedNegative = [4, 41] as const
/** Every decision: the denominator of the refusal share. */
export const decided = [...decidedPositive, ...decidedNegative] as const
/** The first of these events is the moment a request counts as submitted. */
export const submitted = [17, 5, 22, 24, 30, 2, 1, 1013, 1019, 1023, 6] as const
/** The numerator of the error share. */
export const inError = [22, 24, 30, 5] as const
/** The term stands still from one of these … */
export const suspended = [14, 15] as const
/** … until this one. */
export const resumed = 1020
/** A person came in: distinct days of these are the visits of a request. */
export const visits = [1005, 1017, 1007] as const
