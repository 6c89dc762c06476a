import { Temporal } from 'temporal-polyfill'

/**
 * The instant of a local time in an IANA zone. An hour that a clock change repeats is taken the first time; a time it
 * skips is moved forward by the length of the gap.
 * @param local 'YYYY-MM-DDTHH:MM:SS'
 */
export function instantOf(local: string, zone: string): string {
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString()
}

/** Seconds from one moment to the next, both instants or both local times. Never negative: a skipped time moved forward may pass the next. */
export function secondsBetween(from: string, to: string): number {
  const epoch = (text: string): number => Date.parse(text.endsWith('Z') ? text : `${text}Z`)
  return Math.max(0, (epoch(to) - epoch(from)) / 1000)
}

/** The local time in a zone at an instant written with its offset: `2026-04-30T13:30:00Z`. Throws RangeError on anything else. */
export const localTimeAt = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })
