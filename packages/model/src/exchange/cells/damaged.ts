/**
 * Text that lost its letters on the way, as regular expressions in the common part of JavaScript's (flag `u`) and RE2. Each is
 * looked for anywhere in a cell of text. None of them is met in Russian, English or French prose.
 */

/** The second halves of Russian letters of UTF-8, read as Windows-1251; Р and С are the first. */
const halves1251 = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї'
/** The same read as Windows-1252 or Latin-1; Ð and Ñ are the first. */
const halves1252 = '\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

export const damages = {
  /** UTF-8 read as Windows-1251 and saved again: «РЎРїР°СЃРёР±Рѕ» was «Спасибо». */
  twice1251: `(?:[РС][${halves1251}]){3,}`,
  /** UTF-8 read as Windows-1252 and saved again: «Ð¡Ð¿Ð°ÑÐ¸Ð±Ð¾». */
  twice1252: `(?:[ÐÑ][${halves1252}]){3,}`,
  /** Windows-1251 read as Windows-1252: «Ñïàñèáî». */
  as1252: '[À-ÖØ-öø-ÿ]{4,}',
  /** Letters replaced by question marks: words of nothing else, or a text without any letter. */
  questions: '^[^\\p{L}?]*[?][?][^\\p{L}]*[?][?][^\\p{L}]*$|(?:^|[ ,.;:(«"])[?]{3,}[ ,.;:]+[?]{2,}',
  /** The sign that stands for a letter which could not be read. */
  replaced: '\uFFFD',
  /** What a spreadsheet writes for a value it has not, or has no room for. */
  sheetError: '^#(?:Н/Д|ЗНАЧ!|ССЫЛКА!|ИМЯ[?]|ДЕЛ/0!|ЧИСЛО!|ПУСТО!|N/A|VALUE!|REF!|NAME[?]|DIV/0!|NUM!|NULL!|#+)$',
} as const
export type Damage = keyof typeof damages

const found = Object.entries(damages).map(([name, pattern]) => [name as Damage, new RegExp(pattern, 'u')] as const)
/** All of them as one. */
export const damagePattern = Object.values(damages).join('|')

/** How a text was damaged; undefined: it was not. */
export const damageOf = (text: string): Damage | undefined => found.find(([, pattern]) => pattern.test(text))?.[0]

const decoder = new TextDecoder('utf-8', { fatal: true })
const bytesOf = (encoding: string): ReadonlyMap<string, number> => {
  const all = new TextDecoder(encoding)
  return new Map(Array.from({ length: 256 }, (_, byte) => [all.decode(Uint8Array.of(byte)), byte]))
}
const pages = {
  twice1251: bytesOf('windows-1251'),
  twice1252: bytesOf('windows-1252'),
  as1252: bytesOf('windows-1252'),
}

/** The text as it was before it was read wrongly; undefined where it can't be had back. */
export function undamaged(text: string): string | undefined {
  const damage = damageOf(text)
  if (damage !== 'twice1251' && damage !== 'twice1252' && damage !== 'as1252') return undefined
  const bytes = [...text].map((letter) => pages[damage].get(letter) ?? -1)
  if (bytes.includes(-1)) return undefined
  try {
    const raw = Uint8Array.from(bytes)
    return damage === 'as1252' ? new TextDecoder('windows-1251').decode(raw) : decoder.decode(raw)
  } catch {
    return undefined
  }
}
