import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CodePage, codePages, textOf } from './code-pages.ts'
import { LetterStatistics } from './letter-statistics.ts'

const prose =
  'Очень долго ждали в очереди, сотрудник был вежлив и всё объяснил. Документы приняли не с первого раза: просили справку, ' +
  'которой нет в перечне. Ответ пришёл через три недели, услугу оказали. Спасибо отделу за помощь. Окно закрыли раньше времени, ' +
  'пришлось приезжать ещё раз. Хорошо бы записываться через портал. Подъезд неудобный, пандуса нет.'
const sentences = prose.match(/[^.:]+[.:]/g) ?? []

const bytesOf = (text: string, page: CodePage): Buffer => {
  const letters = new Map(Array.from({ length: 256 }, (_, byte) => [textOf(Buffer.of(byte), page), byte]))
  return Buffer.from([...text].map((letter) => letters.get(letter) ?? 0x3f))
}
/** Pages that read all the letters alike are as good as each other. */
const readIn = (text: string, page: CodePage): string => {
  const bytes = bytesOf(text, page)
  return textOf(bytes, pageOf(bytes))
}
function pageOf(bytes: Buffer): CodePage {
  const letters = new LetterStatistics()
  letters.add(bytes)
  return letters.page()
}

describe('the code page of Russian letters', () => {
  test.each(codePages)('%s is told by any sentence', (page) => {
    // Capitals and я are all that MacCyrillic has apart from Windows-1251.
    for (const text of page === 'mac-cyrillic' ? [prose] : sentences) expect(readIn(text, page)).toBe(text)
  })

  test.each(codePages)('%s is told by the words of the format alone', (page) => {
    for (const text of ['МФЦ;ЕПГУ;ОГВ', 'Раздел;Пункт;Дата', 'ФЛ;Белгородская область'])
      expect(readIn(text, page)).toBe(text)
  })

  test('a word of every row weighs as much as a word of one', () => {
    expect(pageOf(bytesOf(`${'АБВ-1;'.repeat(5000)}${sentences[0]}`, 'windows-1251'))).toBe('windows-1251')
  })

  test('few or random capitals are Windows-1251: it is the page of the format', () => {
    const letter = fc.constantFrom(...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ'.split(''))
    const number = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 40 }), (numbers) => {
        expect(pageOf(bytesOf(numbers.join('-1;'), 'windows-1251'))).toBe('windows-1251')
      }),
      // The same letters in every run: by chance alone one in some hundred thousand looks like KOI8-R.
      { seed: 20_261_122, numRuns: 500 },
    )
  })

  test('bytes that are no letters at all are not Russian', () => {
    const letters = new LetterStatistics()
    letters.add(Buffer.from(Array.from({ length: 200 }, (_, i) => (i % 5 === 0 ? 0x20 : 0x80 + ((i * 37) % 128)))))
    expect(letters.looksRussian).toBe(false)
    const russian = new LetterStatistics()
    russian.add(bytesOf(prose, 'cp866'))
    expect(russian.looksRussian).toBe(true)
  })
})
