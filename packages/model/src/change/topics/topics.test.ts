import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rubricator, Topic } from '../rubricator/index.ts'
import { type CodedText, createSuggester, learnTopics, readTopicModel } from './index.ts'

const stem = (word: string): string => word.slice(0, 5)
const topic = (code: string, ...words: string[]): Topic => ({ code, name: code, process: null, stage: null, words })
const rubricator: Rubricator = {
  edition: 1,
  topics: [
    topic('queue', 'очеред*', 'ждал*'),
    topic('phone', 'телефон*', 'трубк*'),
    topic('form', 'заявлен* & заполн*'),
  ],
}

const SAID: Readonly<Record<string, readonly string[]>> = {
  queue: [
    'очередь на три часа',
    'ждали в очереди',
    'очередь до вечера',
    'стояли и ждали',
    'большая очередь',
    'ждали долго',
    'живая очередь у двери',
  ],
  phone: [
    'трубку не берут',
    'телефон молчит',
    'не берут трубку весь день',
    'телефон занят',
    'звонил на телефон',
    'трубку бросили',
    'занят весь день телефон',
  ],
}
const coded: CodedText[] = Object.entries(SAID).flatMap(([code, texts]) =>
  texts.map((text) => ({ text, codes: [code] })),
)

describe('from the words of a rubricator alone', () => {
  const model = learnTopics([], rubricator, stem)
  const suggest = createSuggester(model, stem)
  test('a topic is suggested with the words that speak for it', () => {
    const [first] = suggest('Очередь, ждали час').suggestions
    expect([first?.code, first?.because]).toEqual(['queue', ['Очередь', 'ждали']])
    expect(suggest('Заполнила заявление дважды').suggestions[0]).toMatchObject({
      code: 'form',
      because: ['заявление', 'Заполнила'],
    })
  })
  test('nothing is accepted by itself and nothing said of a quality that was not measured', () => {
    expect(suggest('очередь очередь очередь ждали').auto).toBe(false)
    expect(model).toMatchObject({
      texts: 0,
      auto: null,
      quality: { top1: null, top3: null, macro_f1: null },
      learned: null,
    })
  })
  test('a text that nothing foresaw has three suggestions without words', () => {
    expect(suggest('дождь').suggestions.map(({ because }) => because)).toEqual([[], [], []])
  })
  test('a filtered text has none', () => {
    expect(suggest('Проблем нет')).toEqual({ suggestions: [], auto: false, filtered: 'no_problem' })
    expect(suggest('ааааа')).toEqual({ suggestions: [], auto: false, filtered: 'unusable' })
  })
})

describe('from coded texts alone', () => {
  const model = learnTopics(coded, null, stem)
  test('similar texts get the code of those they are like', () => {
    const suggest = createSuggester(model, stem)
    expect(suggest('очередь опять на час').suggestions[0]).toMatchObject({
      code: 'queue',
      because: expect.arrayContaining(['очередь']),
    })
    expect(suggest('снова не берут трубку').suggestions[0]?.code).toBe('phone')
    expect(suggest('снова не берут трубку').suggestions).toHaveLength(2)
  })
  test('under a hundred texts by Bayes, from a hundred on by regression', () => {
    expect(model.learned?.method).toBe('bayes')
    const many = Array.from({ length: 8 }, (_, at) =>
      coded.map((one) => ({ ...one, text: `${one.text} ${at} раз` })),
    ).flat()
    const learned = learnTopics(many, null, stem)
    expect([many.length, learned.learned?.method]).toEqual([112, 'regression'])
    expect(createSuggester(learned, stem)('занято, трубку бросают').suggestions[0]?.code).toBe('phone')
  })
  test('a feature of one text alone is none, nor one of its copies only', () => {
    const features =
      learnTopics(
        [...coded, { text: 'уникальное слово', codes: ['queue'] }, { text: 'Уникальное слово!', codes: ['queue'] }],
        null,
        stem,
      ).learned?.features ?? []
    expect(features).toContain('sочере')
    expect(features.filter((feature) => feature.includes('уник'))).toEqual([])
  })
  test('one text, or one code, teaches nothing', () => {
    expect(learnTopics(coded.slice(0, 1), null, stem).learned).toBeNull()
    expect(
      learnTopics(
        coded.filter(({ codes: [code] }) => code === 'queue'),
        null,
        stem,
      ).learned,
    ).toBeNull()
  })
})

test('both together: codes without texts stay possible by their words', () => {
  const suggest = createSuggester(learnTopics(coded, rubricator, stem), stem)
  expect(suggest('заявление не заполнить').suggestions[0]?.code).toBe('form')
  expect(suggest('в очереди ждали').suggestions[0]?.code).toBe('queue')
})

test('the same texts give the same model, which survives its file', () => {
  const model = learnTopics(coded, rubricator, stem)
  expect(learnTopics(coded, rubricator, stem)).toEqual(model)
  const read = readTopicModel(JSON.parse(JSON.stringify(model)))
  expect(read).toEqual(model)
  expect(readTopicModel({ ...model, format: 'other' })).toBeUndefined()
  expect(readTopicModel(null)).toBeUndefined()
})

test('probabilities fall, are no more than 1 together, and belong to different codes of the model', () => {
  const model = learnTopics(coded, rubricator, stem)
  const suggest = createSuggester(model, stem)
  const word = fc.constantFrom('очередь', 'трубку', 'заявление', 'заполнить', 'телефон', 'дождь', '👍', 'нет', 'ждали')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), (words) => {
      const { suggestions, filtered } = suggest(words.join(' '))
      if (filtered !== null) return
      const chances = suggestions.map(({ p }) => p)
      expect(chances).toEqual(chances.toSorted((one, other) => other - one))
      expect(chances.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-12)
      expect(new Set(suggestions.map(({ code }) => code)).size).toBe(3)
      for (const { code, because } of suggestions) {
        expect(model.codes).toContain(code)
        for (const said of because) expect(words).toContain(said)
      }
    }),
  )
})
