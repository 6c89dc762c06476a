import { NO_BREAK_SPACE } from '@otklik/model/print'

/** Where a line may break without a hyphen. */
const BREAK = '\u200b'
const LONG = 14

/**
 * Lets long addresses, numbers and the like break anywhere sensible, as they would not in print: after signs, and where
 * there is none every so many letters. Words are left to the hyphenation.
 */
export function breakable(text: string): string {
  if (text.length <= LONG) return text
  return text.replace(/[^\s\u00a0]{15,}/g, (run) =>
    /^\p{L}{1,30}$/u.test(run)
      ? run
      : run
          .replace(/[/?&=._\-@:#;,)\]|\\](?=.)/g, (sign) => sign + BREAK)
          .replace(/[^\u200b]{8}(?=[^\u200b]{4})/g, (piece) => piece + BREAK),
  )
}

/** Keeps a number with its sign and a comparison together, where a line would part them. */
export const glued = (text: string): string =>
  text
    .replace(/(?<=\d) (?=[%‰°])/g, NO_BREAK_SPACE)
    .replace(/(?<=№) (?=\S)/g, NO_BREAK_SPACE)
    .replace(/(?<=\S) ([<>=≤≥≈]) (?=\S)/g, `${NO_BREAK_SPACE}$1${NO_BREAK_SPACE}`)
