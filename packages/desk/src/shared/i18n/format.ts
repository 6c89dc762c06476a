import { type NumberFormat, numberFormat, type NumberStyle } from '@otklik/model/print'
import { makeTimeFormat, type TimeFormat } from './format-time.ts'

export type Language = 'ru' | 'en'

const NARROW = '\u202f'
/** What stands where there is no value. */
export const NOTHING = '–'

export interface Format extends NumberFormat, TimeFormat {
  /** 1,2 МБ */
  bytes(value: number): string
}

const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const
/** Narrow no-break spaces, which read better on a screen. */
const STYLES: Readonly<Record<Language, NumberStyle>> = {
  ru: { decimal: ',', thousands: NARROW, percent: `${NARROW}%`, nothing: NOTHING },
  en: { decimal: '.', thousands: ',', percent: '%', nothing: NOTHING },
}
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Intl puts U+00A0 or a plain space between digits and units; a screen wants the narrow one, and no line break there. */
const narrow = (text: string): string => text.replace(/[\u00a0 ]/g, NARROW)

export function makeFormat(language: Language): Format {
  const locale = LOCALES[language]
  return {
    ...makeTimeFormat(locale, language),
    ...numberFormat(STYLES[language]),
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
