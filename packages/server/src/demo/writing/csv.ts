import { DAY, dayOf, isoDay } from '../calendar.ts'

/** How a supplier writes its files: the format leaves encoding, delimiter and header words to the parties. */
export interface Style {
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1251'
  delimiter: ';' | ',' | '\t'
  newline: '\n' | '\r\n'
  dateSeparator: '.' | '-'
  header: 'canonical' | 'russian'
  layout: 'long' | 'wide'
}

export function writeSheet(columns: readonly string[], rows: readonly (readonly string[])[], style: Style): Buffer {
  const special = new RegExp(`["\\r\\n${style.delimiter}]`)
  const cell = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [columns, ...rows].map((row) => row.map(cell).join(style.delimiter))
  const text = lines.join(style.newline) + style.newline
  if (style.encoding === 'windows-1251') return encode1251(text)
  return Buffer.from(style.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

const BEYOND_THE_ALPHABET = new Map([
  ['Ё', 0xa8],
  ['ё', 0xb8],
  ['«', 0xab],
  ['»', 0xbb],
  ['–', 0x96],
  ['—', 0x97],
  ['№', 0xb9],
  ['\u00a0', 0xa0],
])

function encode1251(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) bytes[i] = code
    else if (code >= 0x410 && code <= 0x44f) bytes[i] = code - 0x350
    else bytes[i] = BEYOND_THE_ALPHABET.get(text.charAt(i)) ?? 0x3f
  }
  return bytes
}

const dates = new Map<number, string>()

export function dateText(moment: number, separator: string): string {
  const day = dayOf(moment)
  let text = dates.get(day)
  if (text === undefined) {
    const [year, month, date] = isoDay(day).split('-')
    text = `${date}.${month}.${year}`
    dates.set(day, text)
  }
  return separator === '.' ? text : text.replaceAll('.', separator)
}

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

export function timeText(moment: number): string {
  const second = moment - dayOf(moment) * DAY
  return `${two[Math.floor(second / 3600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}`
}

/** ДД.ММ.ГГГГ ЧЧ:ММ:СС for a cell that holds a whole moment. */
export const momentText = (moment: number, separator: string) => `${dateText(moment, separator)} ${timeText(moment)}`
