import { problem } from '../../platform/problems/index.ts'
import { badExpiry } from '../problems.ts'

/** Every key ends some day: what nobody remembers must not open doors for ever. */
const MOST_YEARS = 2

/** @param text ISO 8601 with Z; absent: a year from now. Throws `bad_expiry` for the past and for more than two years. */
export function expiryOf(text: string | undefined, now: Date): Date {
  return text === undefined ? inYears(now, 1) : readExpiry(text, now)
}

function readExpiry(text: string, now: Date): Date {
  const date = new Date(text)
  const formed = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(text) && !Number.isNaN(date.getTime())
  // JavaScript takes 31 February for 3 March.
  const real = formed && date.toISOString().startsWith(text.slice(0, 16))
  if (!real || date <= now || date > inYears(now, MOST_YEARS)) throw problem(badExpiry)
  return date
}

function inYears(now: Date, years: number): Date {
  const date = new Date(now)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date
}
