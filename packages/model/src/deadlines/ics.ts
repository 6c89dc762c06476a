import { addDays } from '../days/index.ts'
import { dayInFigures } from '../print/index.ts'
import type { DeadlineEntry } from './entry.ts'

/** What a calendar file says besides its deadlines. */
export interface CalendarFile {
  /** How programs show the calendar. */
  readonly name: string
  /** Makes the identifiers of events unique in the world: the host of the installation. */
  readonly host: string
  readonly now: Date
}

/** A deadline as an event; each change of it raises the sequence. */
export type CalendarEntry = DeadlineEntry & { readonly sequence?: number }

const ALARMS_DAYS_BEFORE = [3, 1]
/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/** Deadlines as all-day events of an iCalendar file (RFC 5545), with alarms three days and one day before. */
export function icsOf(entries: readonly CalendarEntry[], file: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Otklik//Deadlines//RU',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(file.name)}`,
    ...entries.flatMap((entry) => eventOf(entry, file)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(entry: CalendarEntry, { host, now }: CalendarFile): string[] {
  const { code, period, due, what } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${code}.${period}@${host}`)}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${entry.sequence ?? 0}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${escaped(what)}`,
    `DESCRIPTION:${escaped(descriptionOf(entry))}`,
    'TRANSP:TRANSPARENT',
    ...ALARMS_DAYS_BEFORE.flatMap((days) => alarmOf(days, what)),
    'END:VEVENT',
  ]
}

const alarmOf = (days: number, what: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(what)}`,
  `TRIGGER:-P${days}D`,
  'END:VALARM',
]

function descriptionOf({ who, source, internal, due, last_working_day }: DeadlineEntry): string {
  const early =
    last_working_day === null || last_working_day === due
      ? []
      : [`Последний рабочий день: ${dayInFigures(last_working_day)}`]
  return [`Кто: ${who}`, `Основание: ${source}${internal ? ' (срок внутренний)' : ''}`, ...early].join('\n')
}

const compact = (day: string): string => day.replaceAll('-', '')

/** A text within a value (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** A line cut into pieces of at most 75 octets, never within a character; those after the first begin with a space. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += sign
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
