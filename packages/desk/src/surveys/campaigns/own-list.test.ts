import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printOwnList, readOwnList } from './own-list.ts'
import { readOrigins } from './origins.ts'

describe('an own list of a campaign', () => {
  test('is read line by line; what has no code gets the next free number', () => {
    const typed = '2 = Школа № 2\n\nШкола № 5\nлицей = Лицей = «Надежда»\n'
    expect(readOwnList(typed, ['ru'])).toEqual({
      entries: [
        { code: '2', text: { ru: 'Школа № 2' } },
        { code: '1', text: { ru: 'Школа № 5' } },
        { code: 'лицей', text: { ru: 'Лицей = «Надежда»' } },
      ],
      faulty: [],
    })
  })

  test('has its languages in order, and a bar is a sign where there is one language', () => {
    expect(readOwnList('a = Школа | Мәктәп\nb = Лицей', ['ru', 'tt']).entries).toEqual([
      { code: 'a', text: { ru: 'Школа', tt: 'Мәктәп' } },
      { code: 'b', text: { ru: 'Лицей' } },
    ])
    expect(readOwnList('a = Окно 1 | 2', ['ru']).entries[0]?.text).toEqual({ ru: 'Окно 1 | 2' })
  })

  test('says which lines have a code twice, none of a text, or one too long', () => {
    expect(readOwnList(`a = Один\nb = Два\na = Три\nc =\n${'d'.repeat(101)} = Пять`, ['ru']).faulty).toEqual([
      1, 3, 4, 5,
    ])
  })

  test('is typed as it was read', () => {
    const word = fc.stringMatching(/^[а-яa-z0-9]{1,8}$/)
    const entry = fc.record({ code: word, text: fc.record({ ru: word, tt: word }) })
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ code }) => code }), (entries) => {
        const languages = ['ru', 'tt']
        expect(readOwnList(printOwnList(entries, languages), languages)).toEqual({ entries, faulty: [] })
      }),
    )
  })
})

test('origins are what is left of addresses; what is none is told', () => {
  expect(readOrigins('https://Adm.example.ru/news?x=1\n http://localhost:8080 \n\n')).toEqual({
    origins: ['https://adm.example.ru', 'http://localhost:8080'],
    faulty: [],
  })
  expect(readOrigins('adm.example.ru\nftp://a.ru\nhttps://a.ru').faulty).toEqual(['adm.example.ru', 'ftp://a.ru'])
  expect(readOrigins('https://a.ru\nhttps://a.ru/').origins).toEqual(['https://a.ru'])
})
