import { NO_BREAK_SPACE } from './numbers.ts'

const GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

/** A day as documents date themselves: «30 ноября 2026 г.»; what is no day stays as it is. */
export function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const name = GENITIVE[Number(month) - 1]
  if (year === undefined || name === undefined) return day
  return [String(Number(date)), name, year, 'г.'].join(NO_BREAK_SPACE)
}

/** 2026-03-01 as 01.03.2026, 2026-03-01T10:20:30 as 01.03.2026 10:20:30; what is no date stays as it is. */
export function dayInFigures(text: string): string {
  const [found, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? []
  if (found === undefined) return text
  return `${day}.${month}.${year}${time === undefined ? '' : ` ${time}`}`
}
