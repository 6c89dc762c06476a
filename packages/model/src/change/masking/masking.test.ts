import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMasker, emptyLexicon, MASKED, MASKED_KINDS } from './index.ts'

const mask = createMasker(emptyLexicon)
const masked = (text: string): string => mask(text).masked

describe('phones', () => {
  test.each([
    ['звоните 8 (910) 123-45-67', 'звоните [телефон]'],
    ['89101234567', '[телефон]'],
    ['+7 910 123 45 67.', '[телефон].'],
    ['9101234567', '[телефон]'],
    ['8 910 потом 123 и 45 67', '[телефон]'],
    ['восемь девятьсот десять сто двадцать три сорок пять шестьдесят семь', '[телефон]'],
    ['8\u200B910\u200B123\u200B45\u200B67', '[телефон]'],
    ['8️⃣9️⃣1️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', '[телефон]'],
    ['８９１０１２３４５６７', '[телефон]'],
    ['тел. 32-15-44', 'тел. [телефон]'],
    ['итог 32-15-44', 'итог 32-15-44'],
    ['8-800-555-35-35 и 112', '8-800-555-35-35 и 112'],
    ['заявление № 89101234567', 'заявление № 89101234567'],
    ['по заявлению 8-910-123-45-67', 'по заявлению [телефон]'],
    ['12.05.2026 10:30', '12.05.2026 10:30'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })
})

describe('numbers of persons', () => {
  test.each([
    ['СНИЛС 112-233-445 95', 'СНИЛС [СНИЛС]'],
    // The control number by hand: 1·9+1·8+2·7+2·6+3·5+3·4+4·3+4·2+5·1 = 95.
    ['112 233 445 95', '[СНИЛС]'],
    ['112 233 445 96', '112 233 445 96'],
    ['500100732259', '[ИНН]'],
    ['500100732250', '500100732250'],
    ['ИНН 7707083893', 'ИНН 7707083893'],
    ['4276 1600 1234 5672', '4276 1600 1234 5672'],
    ['карта 4276 1600 1234 5672', 'карта [карта]'],
    ['4111 1111 1111 1111', '[карта]'],
    ['паспорт 1405 № 123456', 'паспорт [паспорт]'],
    ['14 05 123456', '[паспорт]'],
    ['2024 123456', '2024 123456'],
    ['свидетельство II-ЛЖ № 654321', 'свидетельство [документ]'],
    ['полис 3154320876001294', 'полис [документ]'],
    ['40817810099910004312', '[счёт]'],
    ['УИН 18810031240001234567', 'УИН 18810031240001234567'],
    ['31:16:0101001:1234', '31:16:0101001:1234'],
    ['А123ВС31 и 123', '[номер машины] и 123'],
    ['родился 5 мая 1990 года', 'родился [дата рождения] года'],
    ['приём 5 мая 1990 года', 'приём 5 мая 1990 года'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })
})

describe('mail and links', () => {
  test.each([
    ['пишите ivan.p@mail.ru!', 'пишите [эл. почта]!'],
    ['ivan собака mail точка ru', '[эл. почта]'],
    ['vk.com/id123 и @ivan_p', '[ссылка] и [ссылка]'],
    ['https://www.gosuslugi.ru/600426/1/form', 'https://www.gosuslugi.ru/600426/1/form'],
    ['https://disk.yandex.ru/i/abc', '[ссылка]'],
    ['сайт belregion.ru', 'сайт belregion.ru'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })
})

test('offsets are code points of the text as it was written', () => {
  expect(mask('👍 а\u0301 8\u200B9101234567 👎')).toEqual({
    masked: '👍 а\u0301 [телефон] 👎',
    found: [{ kind: 'phone', start: 5, end: 17 }],
  })
})

test.each([
  ['an empty text', ''],
  ['one letter a thousand times', 'а'.repeat(1000)],
  ['HTML', '<p class="x">Не&nbsp;работает <a href="#">тут</a></p>'],
  ['another language', 'Die Schlange ist zu lang, 3 Stunden.'],
  ['halves of characters', '\uD800 \uDC00'],
])('%s stays as it is', (_, text) => {
  expect(mask(text)).toEqual({ masked: text, found: [] })
})

test('a text of a megabyte is read in one go', () => {
  const text = 'позвоните 8 910 123 45 67, пожалуйста. '.repeat(25_000)
  const { found } = mask(text)
  expect([text.length > 900_000, found.length]).toEqual([true, 25_000])
})

const pieces = fc.constantFrom(
  '8 910 123 45 67',
  'ivan@mail.ru',
  '112-233-445 95',
  'паспорт 1405 123456',
  'vk.com/id1',
  'Иванов И.И.',
  '👍',
  '\u200B',
  'й',
  '\n',
  'очередь',
  '5 000 руб.',
  '@',
  '+7',
  '(',
  'кв. 5',
  'ул. Мира, 5',
)
test('what is found lies in order within the text, and all the rest stands as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 }), (parts) => {
      const text = parts.join(' ')
      const result = mask(text)
      const points = [...text]
      let rebuilt = ''
      let at = 0
      for (const { kind, start, end } of result.found) {
        expect(MASKED_KINDS).toContain(kind)
        expect(at <= start && start < end && end <= points.length).toBe(true)
        rebuilt += points.slice(at, start).join('') + MASKED[kind]
        at = end
      }
      expect(rebuilt + points.slice(at).join('')).toBe(result.masked)
    }),
    { numRuns: 60 },
  )
})

test('what stands beside one another is told apart', () => {
  expect(masked('паспорт 1405 123456, ул. Мира, 5, кв. 5')).toBe('паспорт [паспорт], [адрес]')
})

test('what was masked once has nothing more to mask', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const once = masked(parts.join(', '))
      expect(masked(once)).toBe(once)
    }),
  )
})
