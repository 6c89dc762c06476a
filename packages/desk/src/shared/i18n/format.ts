import { makeTimeFormat, type TimeFormat } from './format-time.ts'

export type Language = 'ru' | 'en'

const NARROW = '\u202f'
const MINUS = '\u2212'
/** What stands where there is no value. */
export const NOTHING = '–'

export interface Format extends TimeFormat {
  /** 41 204 with narrow no-break spaces. */
  count(value: number): string
  /** A number with as many digits after the comma. */
  number(value: number, digits: 0 | 1 | 2): string
  /** A share that is given in percent: 12,4 %. */
  percent(value: number | null): string
  /** A level in percent with no more digits than it has, two at most: 70 %, 72,25 %. */
  level(value: number): string
  /** A mean on the scale of 1–5: 4,21. */
  mean(value: number | null): string
  /** Bounds without the unit: 11,6–13,2; null where one of them is missing. */
  interval(low: number | null, high: number | null, digits: number): string | null
  /** A difference with its sign: +1,2 or −0,3. */
  signed(value: number, digits: number): string
  /** 1,2 МБ */
  bytes(value: number): string
}

const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Intl puts U+00A0 or a plain space between digits and units; print wants the narrow one, and no line break there. */
const narrow = (text: string): string => text.replace(/[\u00a0 ]/g, NARROW)

export function makeFormat(language: Language): Format {
  const locale = LOCALES[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const upToTwo = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const fixed = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const number = (value: number, digits: number) => narrow((fixed[digits] ?? whole).format(value))
  const percentSign = language === 'ru' ? `${NARROW}%` : '%'
  return {
    ...makeTimeFormat(locale, language),
    count: (value) => narrow(whole.format(value)),
    number,
    percent: (value) => (value === null ? NOTHING : `${number(value, 1)}${percentSign}`),
    level: (value) => `${narrow(upToTwo.format(value))}${percentSign}`,
    mean: (value) => (value === null ? NOTHING : number(value, 2)),
    interval: (low, high, digits) =>
      low === null || high === null ? null : `${number(low, digits)}–${number(high, digits)}`,
    signed: (value, digits) => {
      const rounded = Number(value.toFixed(digits))
      const sign = rounded > 0 ? '+' : rounded < 0 ? MINUS : ''
      return `${sign}${number(Math.abs(rounded), digits)}`
    },
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3))
      const unit = UNITS[power] ?? 'byte'
      return narrow(
        new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: power > 1 ? 1 : 0 }).format(
          value / 1000 ** power,
        ),
      )
    },
  }
}
