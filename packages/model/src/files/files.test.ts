import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_FILE_TYPES, FILE_TYPES, fileFault, typeOfHead } from './index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

describe('a file is what it begins with', () => {
  test.each([
    ['акт.pdf', bytes('%PDF-1.7\n'), null],
    ['АКТ.PDF', bytes('%PDF-1.7\n'), null],
    ['форма.png', PNG, null],
    ['лист.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), null],
    ['письмо.txt', bytes('Здравствуйте'), null],
    ['выгрузка.csv', Uint8Array.from([0xc7, 0xe4, 0xf0, 0x3b, 0x31]), null],
    ['акт.pdf', PNG, 'Файл «акт.pdf» по содержимому не PDF: это картинка PNG. Приложите исходный файл.'],
    [
      'акт.pdf',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]),
      'Файл «акт.pdf» по содержимому не PDF: это содержимое неизвестного вида. Приложите исходный файл.',
    ],
    ['акт.pdf', new Uint8Array(), 'Файл «акт.pdf» пустой. Выберите другой.'],
  ])('%s', (name, head, fault) => expect(fileFault(name, head)).toBe(fault))

  test('whatever is not in the list is refused with the list', () => {
    expect(fileFault('вирус.exe', bytes('MZ'))).toMatch(/^Файлы «\.exe» не принимаются\. Подходят: pdf, png/)
    expect(fileFault('без окончания', bytes('%PDF-'))).toContain('не принимаются')
  })
})

test('a beginning stays what it is, whatever follows', () => {
  const known = ALL_FILE_TYPES.flatMap((type) => FILE_TYPES[type].begins.map((begin) => ({ type, begin: [...begin] })))
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.uint8Array({ maxLength: 40 }), ({ type, begin }, rest) => {
      expect(typeOfHead(Uint8Array.from([...begin, ...rest]))).toBe(type)
    }),
  )
})
