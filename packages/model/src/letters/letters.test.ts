import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asSeen, distance, inRussianLetters, likeness, oddLetters, unseenCharacters } from './index.ts'

describe('letters that look alike', () => {
  test.each([
    ['MФЦ', 'МФЦ'],
    ['OГB', 'ОГВ'],
    ['Mосква', 'Москва'],
    ['Дaта', 'Дата'],
    ['status', 'stаtus'],
  ])('%s looks like %s', (one, other) => expect(likeness(one)).toBe(likeness(other)))

  test('what is meant in Russian is Russian', () => expect(inRussianLetters('MOCKBA')).toBe('МОСКВА'))
})

describe('what cannot be seen is told', () => {
  test.each([
    ['Дaта', undefined, ['латинские буквы среди русских: «a» (U+0061)']],
    ['OГB', undefined, ['латинские буквы среди русских: «O» (U+004F), «B» (U+0042)']],
    ['stаtus', undefined, ['русские буквы среди латинских: «а» (U+0430)']],
    ['M', 'М', ['латинские буквы вместо русских: «M» (U+004D)']],
    ['Код\u00AD статуса', undefined, ['невидимые знаки: мягкий перенос (U+00AD)']],
    ['кра\u0438\u0306', undefined, ['буквы из двух знаков: «\u0438\u0306» (U+0438 U+0306)']],
    ['Москва и Moscow', undefined, []],
    ['ЕПГУ', 'ЕПГУ', []],
  ])('%s', (text, meant, phrases) => expect(oddLetters(text, meant)).toEqual(phrases))

  test('a text as it is seen has nothing of the kind left, and what was seen stays', () => {
    const some = fc.string({ unit: fc.constantFrom('а', 'й', '\u0438\u0306', 'e', ...unseenCharacters) })
    fc.assert(
      fc.property(some, (text) => {
        expect(oddLetters(asSeen(text)).filter((phrase) => !phrase.includes('среди'))).toEqual([])
        expect([...asSeen(text)].length).toBe([...text.matchAll(/[аeй]|\u0438\u0306/gu)].length)
      }),
    )
  })
})

describe('how far two words are apart', () => {
  test.each([
    ['код статус', 'код статуса', 1],
    ['дтаа', 'дата', 1],
    ['регион', 'регоин', 1],
    ['пункт', 'пункт', 0],
    ['оценка', 'отзыв', 3],
    ['', 'abc', 3],
  ])('%s and %s', (a, b, expected) => expect(distance(a, b, 2)).toBe(expected))

  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 8 })
  test('no distance is longer in one direction than in the other; nothing apart is the same', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 9)).toBe(distance(b, a, 9))
        expect(distance(a, b, 9) === 0).toBe(a === b)
        expect(distance(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})
