import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakable, glued } from './breaks.ts'
import { charactersOf, printableIn } from './glyphs.ts'

const font = readFileSync(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf')),
)
const has = charactersOf(font)
const printable = printableIn(has)

test('the font has what papers are written in, and not what they are not', () => {
  for (const sign of 'Ёё№₽«»–—…•  %§') expect([sign, has(sign.codePointAt(0) ?? 0)]).toEqual([sign, true])
  for (const sign of '→□中😀') expect([sign, has(sign.codePointAt(0) ?? 0)]).toEqual([sign, false])
})

test.each([
  ['Обычный текст, 12,4 % – «да» № 5', 'Обычный текст, 12,4 % – «да» № 5'],
  ['а → б ✓', 'а -> б +'],
  ['ﬁ ① Ａ', 'ﬁ 1 A'],
  ['спасибо 😀👍🏽', 'спасибо ◊'],
  ['👨‍👩‍👧 семья', '◊ семья'],
  ['а\u0301 \u0007б\r\nв\tг\ud800', 'а\u0301 б\nв г◊'],
  ['中文 услуга', '◊ услуга'],
  ['Z̧ u̧ к̆', 'Z u к'],
])('%j prints as %j', (text, printed) => expect(printable(text)).toBe(printed))

test('nothing is left that the font does not have', () => {
  const unknown = (sign: string) => sign !== '\n' && sign !== '\u200b' && !has(sign.codePointAt(0) ?? 0)
  const anything = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes))
  fc.assert(fc.property(anything, (text) => ![...printable(text)].some(unknown)))
})

test('long addresses may break, words are left to the hyphenation, and nothing is lost', () => {
  expect(breakable('государственными')).toBe('государственными')
  expect(breakable('https://gosuslugi.ru/600123/form')).toContain('/\u200b')
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const broken = breakable(text)
      expect(broken.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''))
      for (const run of broken.split(/[\s\u00a0\u200b]/))
        if (!/^\p{L}{1,30}$/u.test(run)) expect(run.length).toBeLessThanOrEqual(11)
    }),
  )
})

test('numbers stay with their signs', () => {
  expect(glued('12,4 % при p < 0,05, форма № 5, а и б')).toBe(
    '12,4\u00a0% при p\u00a0<\u00a00,05, форма №\u00a05, а и б',
  )
})
