import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../texts/index.ts'
import {
  BUILT_IN_RUBRICATOR,
  comparableGroups,
  countHits,
  currentTopics,
  editionDifference,
  hitFinder,
  mergeTopics,
  parsePattern,
  patternKey,
  readRubricator,
  type Rubricator,
  splitTopic,
  successorsOf,
  type Topic,
  topicsWithoutWords,
} from './index.ts'

/** As a stemmer does, but for endings of the tests only. */
const stem = (word: string): string => word.replace(/(?:ами|ей|ов|ях|[аеиоуыьюя])$/, '')
const topic = (code: string, ...words: string[]): Topic => ({
  code,
  name: `Тема ${code}`,
  process: null,
  stage: 'приём',
  words,
})
const edition = (...topics: Topic[]): Rubricator => ({ edition: 1, topics })
const hits = (rubricator: Rubricator, text: string) =>
  hitFinder(
    rubricator,
    stem,
  )(wordsIn(text)).map(({ code, pattern, because }) => `${code} ${pattern}: ${because.join(' ')}`)

describe('patterns', () => {
  const rubricator = edition(topic('q', 'очеред*', 'талон'), topic('f', 'заявлен* & заполн*', 'форма'))
  test.each([
    ['Очередями замучили', ['q очеред*: Очередями']],
    ['нет талонов', ['q талон: талонов']],
    ['талончик дали', []],
    ['Заполнить ЗАЯВЛЕНИЕ нельзя', ['f заявлен* & заполн*: ЗАЯВЛЕНИЕ Заполнить']],
    ['заявление потеряли', []],
    ['формы старые', ['f форма: формы']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(hits(rubricator, text)).toEqual(expected)
  })

  test('ё is е, and what masking put there says nothing', () => {
    expect(hits(edition(topic('t', 'телефон*', 'учет*')), 'Учёт [телефон]')).toEqual(['t учет*: Учёт'])
  })

  test.each(['', '*', 'я*', 'о*ч', '*чередь', 'a |b', 'очеред* &', '& очеред*', '!очередь', 'очеред**'])(
    '«%s» is none',
    (written) => {
      expect(parsePattern(written)).toBeUndefined()
    },
  )

  test('words parted by blanks or hyphens are joined as with &', () => {
    expect(parsePattern('личн* кабинет*')).toEqual(parsePattern('личн* & кабинет*'))
    expect(parsePattern('СМС-код')).toEqual(parsePattern('смс & код'))
  })

  test('a live count tells how many texts each pattern hits', () => {
    const counts = countHits(hitFinder(rubricator, stem), ['очередь, очередь', 'очереди', 'талон'].map(wordsIn))
    expect([...counts]).toEqual([
      [patternKey('q', 'очеред*'), 2],
      [patternKey('q', 'талон'), 1],
    ])
  })
})

describe('reading', () => {
  const faults = (value: unknown) => {
    const read = readRubricator(value)
    return 'faults' in read ? read.faults.map(({ path, message }) => `${path}: ${message}`) : []
  }
  test('names every fault with its place', () => {
    const value = edition(topic('a', 'очеред*', 'a | b'), topic('a'), { ...topic('b'), replaced_by: ['c'] })
    expect(faults(value)).toEqual([
      'topics.1.code: Код «a» уже есть у темы № 1. Дайте этой теме другой код.',
      expect.stringMatching(/^topics\.0\.words\.1: Тема «a»: шаблон «a \| b» не понят\./),
      'topics.2.replaced_by.0: Тема «b» заменена темой «c», а такой темы нет. Добавьте её или исправьте код.',
    ])
  })
  test('topics that replace one another in a circle', () => {
    const value = edition({ ...topic('a'), replaced_by: ['b'] }, { ...topic('b'), replaced_by: ['a'] })
    expect(faults(value)[0]).toContain('topics.0.replaced_by: Тема «a» по цепочке замен заменяет сама себя.')
  })
  test.each([[null], [[]], [{ edition: 0, topics: [] }], [{ edition: 1, topics: [{ code: '' }] }]])(
    '%j is none',
    (value) => {
      expect(faults(value).length).toBeGreaterThan(0)
    },
  )
  test('the built-in one is without fault and has words for every topic', () => {
    expect(readRubricator(JSON.parse(JSON.stringify(BUILT_IN_RUBRICATOR)))).toEqual({ rubricator: BUILT_IN_RUBRICATOR })
    expect(topicsWithoutWords(BUILT_IN_RUBRICATOR)).toEqual([])
  })
})

describe('editions', () => {
  const first = edition(topic('a'), topic('b'), topic('c'))
  test('a split topic stays and says what replaced it', () => {
    const second = splitTopic(first, 'a', [topic('a1'), topic('a2')])
    expect(second.edition).toBe(2)
    expect(currentTopics(second).map(({ code }) => code)).toEqual(['b', 'c', 'a1', 'a2'])
    expect(successorsOf(second, 'a')).toEqual(['a1', 'a2'])
    expect(editionDifference(first, second)).toEqual({ added: ['a1', 'a2'], replaced: ['a'], changed: [] })
  })
  test('the past stays comparable over several editions', () => {
    const later = mergeTopics(splitTopic(first, 'a', [topic('a1'), topic('a2')]), ['a2', 'b'], topic('d'))
    const groups = comparableGroups(later)
    expect(groups.get('a')).toEqual(['a', 'b', 'a1', 'a2', 'd'])
    expect(groups.get('d')).toBe(groups.get('a'))
    expect(groups.get('c')).toEqual(['c'])
    expect(successorsOf(later, 'a')).toEqual(['a1', 'd'])
    expect(successorsOf(later, 'c')).toEqual(['c'])
  })
  test('a change of words, name, process or stage is told', () => {
    const second = {
      edition: 2,
      topics: first.topics.map((one) => (one.code === 'b' ? { ...one, stage: 'оплата' } : one)),
    }
    expect(editionDifference(first, second)).toEqual({ added: [], replaced: [], changed: ['b'] })
  })
  test.each([
    [() => splitTopic(first, 'a', [topic('b'), topic('x')]), 'Код «b» уже был у темы'],
    [() => splitTopic(first, 'a', [topic('x'), topic('x')]), 'Код «x» уже был у темы'],
    [() => splitTopic(first, 'z', [topic('x'), topic('y')]), 'Темы «z» среди действующих нет'],
    [() => splitTopic(first, 'a', [topic('x')]), 'Тему делят хотя бы на две'],
    [() => mergeTopics(first, ['a', 'a'], topic('x')), 'Объединяют хотя бы две'],
  ])('refuses what would reuse a code or do nothing', (make, sentence) => {
    expect(make).toThrow(sentence)
  })

  test('whatever is split and merged, every code belongs to one group and groups share none', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(20), fc.nat(20)), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (made) => {
        let rubricator = first
        made.forEach(([split, one, other], at) => {
          const codes = currentTopics(rubricator).map(({ code }) => code)
          const [a = '', b = ''] = [codes[one % codes.length], codes[other % codes.length]]
          if (split) rubricator = splitTopic(rubricator, a, [topic(`${at}x`), topic(`${at}y`)])
          else if (a !== b) rubricator = mergeTopics(rubricator, [a, b], topic(`${at}z`))
        })
        const groups = [...new Set(comparableGroups(rubricator).values())]
        expect(groups.flat().toSorted()).toEqual(rubricator.topics.map(({ code }) => code).toSorted())
        for (const { code } of rubricator.topics)
          for (const next of successorsOf(rubricator, code))
            expect(comparableGroups(rubricator).get(code)).toContain(next)
      }),
    )
  })
})
