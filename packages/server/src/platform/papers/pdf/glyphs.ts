/** Which characters a font has, read from the table `cmap` (format 4) of its file. */
export function charactersOf(font: Buffer): (code: number) => boolean {
  const table = subtable(font)
  const segments = font.readUInt16BE(table + 6) / 2
  const known = new Uint8Array(0x10000)
  for (let at = 0; at < segments; at++) {
    const last = font.readUInt16BE(table + 14 + at * 2)
    const first = font.readUInt16BE(table + 16 + (segments + at) * 2)
    known.fill(1, first, last + 1)
  }
  // The last segment only ends the table.
  known[0xffff] = 0
  return (code) => known[code] === 1
}

/** Where the subtable of Unicode's basic plane begins. */
function subtable(font: Buffer): number {
  const tables = font.readUInt16BE(4)
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(at + 8)
    for (let entry = cmap + 4; entry < cmap + 4 + font.readUInt16BE(cmap + 2) * 8; entry += 8) {
      const found = cmap + font.readUInt32BE(entry + 4)
      if (font.readUInt16BE(found) === 4) return found
    }
  }
  throw new Error('the font has no table of characters of format 4')
}

/** Signs that people paste from elsewhere, with what says the same. */
const INSTEAD: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '‐': '-',
  '―': '—',
  '‒': '–',
  '✓': '+',
  '✔': '+',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
}
/** Stands for a sign that the font does not have. */
const UNKNOWN = '◊'
/** Marks that only change how their neighbours look, and what joins signs to one. */
const JOINERS = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu

/** Makes a text one that the font can print: a paper never fails for a sign in somebody's remark. */
export function printableIn(has: (code: number) => boolean): (text: string) => string {
  const plain = /^[\n\x20-\x7e\u00a0-\u00ff\u0410-\u044fёЁ–—№₽]*$/
  const known = (sign: string) => sign === '\n' || sign === '\u200b' || has(sign.codePointAt(0) ?? 0)
  const replace = (sign: string) => {
    if (known(sign)) return sign
    // An accent that the font lacks leaves its letter.
    if (/^\p{M}$/u.test(sign)) return ''
    const instead = INSTEAD[sign] ?? sign.normalize('NFKD').replace(/[\p{M}\p{Sk}]/gu, '')
    return instead !== '' && [...instead].every(known) ? instead : UNKNOWN
  }
  return (text) => {
    if (plain.test(text)) return text
    const clean = text.toWellFormed().normalize('NFC').replace(JOINERS, '').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
    return [...clean.replace(/[^\P{Cc}\n]/gu, '')].map(replace).join('').replace(/◊{2,}/g, UNKNOWN)
  }
}
