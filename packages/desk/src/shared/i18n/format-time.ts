const ROMAN = ['I', 'II', 'III', 'IV'] as const
const NARROW = '\u202f'

export interface TimeFormat {
  /** 2026-05 → май 2026 */
  month(month: string): string
  /** For axes: янв 26 in January and where asked, май otherwise. */
  monthShort(month: string, withYear?: boolean): string
  /** май – октябрь 2026, II кв. 2026, 2026 год */
  period(from: string, to: string): string
  /** 2026-05-01 → 01.05.2026 */
  day(day: string): string
  /** 2026-05-01 → пт, 1 мая */
  dayOfWeek(day: string): string
  /** Wall-clock time as it was reported: 01.05.2026 10:20:30. */
  local(time: string): string
  /** A moment in the reader's own zone: 01.05.2026 13:20. */
  instant(iso: string): string
  /** The same to the second: 01.05.2026 13:20:30. */
  moment(iso: string): string
  /** A moment of today: 13:20:30. */
  clock(milliseconds: number): string
  /** The two largest parts: 2 дн. 4 ч. */
  duration(seconds: number): string
}

const atUtc = (year: number, month: number, day = 1): Date => new Date(Date.UTC(year, month - 1, day))
const partsOf = (text: string): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number)
  return [year, month, day]
}

export function makeTimeFormat(locale: string, language: 'ru' | 'en'): TimeFormat {
  const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const monthName = utc({ month: 'long' })
  const monthBrief = utc({ month: 'short' })
  const date = utc({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const weekDay = utc({ weekday: 'short', day: 'numeric', month: 'long' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const name = (month: string) => monthName.format(atUtc(...partsOf(month)))
  const day = (text: string) => date.format(atUtc(...partsOf(text)))
  return {
    month: (month) => `${name(month)} ${month.slice(0, 4)}`,
    monthShort: (month, withYear = false) => {
      const brief = monthBrief.format(atUtc(...partsOf(month))).replace('.', '')
      return withYear || month.endsWith('-01') ? `${brief} ${month.slice(2, 4)}` : brief
    },
    period: (from, to) => wholePeriod(from, to, language) ?? span(from, to, name),
    day,
    dayOfWeek: (text) => weekDay.format(atUtc(...partsOf(text))),
    local: (time) => `${day(time)} ${time.slice(11)}`.trim(),
    instant: (iso) => moment.format(new Date(iso)).replace(',', ''),
    moment: (iso) => exact.format(new Date(iso)).replace(',', ''),
    clock: (milliseconds) => clock.format(milliseconds),
    duration: (seconds) => duration(seconds, locale),
  }
}

function span(from: string, to: string, name: (month: string) => string): string {
  const [start, end] = [from.slice(0, 4), to.slice(0, 4)]
  if (from === to) return `${name(from)} ${start}`
  return start === end ? `${name(from)} – ${name(to)} ${end}` : `${name(from)} ${start} – ${name(to)} ${end}`
}

/** A whole quarter or year under its usual name. */
function wholePeriod(from: string, to: string, language: 'ru' | 'en'): string | null {
  const [[year, first], [lastYear, last]] = [partsOf(from), partsOf(to)]
  if (year !== lastYear) return null
  if (first === 1 && last === 12) return language === 'ru' ? `${year} год` : `${year}`
  if (last - first !== 2 || first % 3 !== 1) return null
  const quarter = ROMAN[(first - 1) / 3] ?? ''
  return language === 'ru' ? `${quarter} кв. ${year}` : `Q${(first + 2) / 3} ${year}`
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

function duration(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.round(seconds))
  const start = STEPS.findIndex(([, size]) => whole >= size)
  const used = start === -1 ? STEPS.slice(-1) : STEPS.slice(start, start + 2)
  const texts = used.map(([unit, size], index) => {
    const value = index === 0 ? Math.floor(whole / size) : Math.floor((whole % (used[0]?.[1] ?? 1)) / size)
    return { value, text: new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value) }
  })
  return texts
    .filter(({ value }, index) => index === 0 || value > 0)
    .map(({ text }) => text.replaceAll('\u00a0', NARROW).replaceAll(' ', NARROW))
    .join(' ')
}
