import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Compile } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { ask, form1, questionnaireOf } from '../questionnaires.fixture.ts'
import { parseQuestionnaire } from './parse.ts'

/** Paths of the faults, or none. */
function faultsOf(value: unknown): string[] {
  const parsed = parseQuestionnaire(typeof value === 'string' ? value : JSON.stringify(value))
  return 'faults' in parsed ? parsed.faults.map(({ path, message }) => `${path}: ${message}`) : []
}
const withQuestion = (more: object) => questionnaireOf([{ ...ask('q1', 'one', { options: 'a b' }), ...more }])
const withCondition = (showIf: unknown) => ({
  ...questionnaireOf([ask('q1', 'text')]),
  contradictions: [{ code: 'c', if: showIf, text: 'т' }],
})
const at = 'contradictions.0.if'

describe('a file that is no questionnaire', () => {
  test.each([
    ['', ': Это не JSON: текст обрывается.'],
    ['{"a":1,\n"b":2', ': Это не JSON: ошибка в строке 2, знак 6.'],
    ['оценка', ': Это не JSON: текст записан иначе.'],
    ['[]', ': Нужно: объект.'],
    ['null', ': Нужно: объект.'],
    [
      '{}',
      'format: Обязательное поле.; code: Обязательное поле.; languages: Обязательное поле.; pages: Обязательное поле.',
    ],
    ['['.repeat(5_000_000), ': Скобки вложены глубже 64 уровней: это не анкета.'],
    [`{"a":"${'['.repeat(100)}"`, ': Это не JSON: ошибка в строке 1, знак 108.'],
  ])('%.20s', (text, expected) => expect(faultsOf(text).join('; ')).toBe(expected))

  test.each([
    [{ ...questionnaireOf([ask('q1', 'text')]), format: 'surveyjs' }, 'format: Допустимо: «otklik-questionnaire/1».'],
    [{ ...questionnaireOf([ask('q1', 'text')]), colour: 'red' }, 'colour: Такого поля нет.'],
    [withQuestion({ colour: 'red' }), 'pages.0.questions.0.colour: Такого поля нет.'],
    [
      withQuestion({ options: [{ code: 'a', text: { ru: 'а' }, go: 1 }] }),
      'pages.0.questions.0.options.0.go: Такого поля нет.',
    ],
    [
      withQuestion({ type: 'rank' }),
      'pages.0.questions.0.type: Допустимо: «one», «many», «scale», «matrix», «text», «long», «number», «date», «list», «consent», «note».',
    ],
    [
      questionnaireOf([], { languages: ['ru', 'ru'] }),
      'languages: Значения повторяются.; pages: Не меньше 1 значений.',
    ],
    [questionnaireOf([ask('q1', 'text')], { lists: { a: [{ code: 5 }] } as never }), 'lists.a.0.code: Нужно: строка.'],
    [
      questionnaireOf([], {
        pages: [{ code: 'p', questions: Array.from({ length: 10_000 }, (_, n) => ask(`q${n}`, 'text')) }],
      }),
      'pages: В анкете 10000 вопросов, а можно не больше 500.',
    ],
    [
      withQuestion({ options: Array.from({ length: 2001 }, (_, n) => ({ code: `o${n}`, text: {} })) }),
      'pages.0.questions.0.options: Не больше 2000 значений.',
    ],
  ])('case %#', (value, expected) => expect(faultsOf(value).join('; ')).toBe(expected))
})

test.each([
  [
    {},
    `${at}: Нужно ровно одно из полей question и attribute.; ${at}: Нужно одно сравнение или два, например ge и le.`,
  ],
  [{ all: [] }, `${at}.all: Нужен непустой список условий.`],
  [{ any: [{ question: 'q', is: 1, so: 2 }] }, `${at}.any.0.so: Такого поля нет.`],
  [
    { not: { all: [{ not: 5 }] } },
    `${at}.not.all.0.not: Нужно условие: объект с all, any, not, question или attribute.`,
  ],
  [{ all: [{ question: 'q', is: 1 }], any: [] }, `${at}.any: Такого поля нет.`],
  [{ question: 'q', attribute: 'a', is: 1 }, `${at}: Нужно ровно одно из полей question и attribute.`],
  [{ question: 5, is: 1 }, `${at}.question: Нужно: строка.`],
  [{ question: 'q', is: null }, `${at}.is: Нужно: строка, число или true/false.`],
  [{ question: 'q', in: [] }, `${at}.in: Нужно: непустой список значений.`],
  [{ question: 'q', count: { ge: 1.5 } }, `${at}.count: Нужно: объект с lt, le, gt или ge и целыми числами.`],
  [
    { any: Array.from({ length: 201 }, () => ({ question: 'q', is: 1 })) },
    `${at}: В условии 201 сравнений, а можно не больше 200.`,
  ],
  [{ question: 'q', ge: 1, le: 3 }, ''],
  [{ attribute: 'service', answered: false }, ''],
])('a condition %#', (condition, expected) => expect(faultsOf(withCondition(condition)).join('; ')).toBe(expected))

describe('beside the published schema', () => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../../../../docs/questionnaire.schema.json', import.meta.url), 'utf8'),
  )
  const published = Compile(schema as object)
  const fits = (value: unknown): boolean => published.Check(value)

  test('form 1 fits both', () => {
    expect(fits(form1)).toBe(true)
    expect(faultsOf(form1)).toEqual([])
  })

  /** Every place of a document, as a list of keys. */
  const placesOf = (value: unknown, path: string[] = []): string[][] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))]
      : [path]
  const places = placesOf(form1).filter((path) => path.length > 0)
  const changed = (path: string[], change: (parent: Record<string, unknown>, key: string) => void): unknown => {
    const copy: unknown = structuredClone(form1)
    const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy)
    change(parent as Record<string, unknown>, path.at(-1) ?? '')
    return copy
  }

  test('nothing that fits the schema is refused, whatever is changed', () => {
    const odd = fc.constantFrom<unknown>('', 'x', 'q1', 5, -1.5, true, null, [], {}, ['x'], { ru: 'а' }, undefined)
    fc.assert(
      fc.property(fc.constantFrom(...places), odd, (path, value) => {
        const copy = changed(path, (parent, key) => {
          if (value === undefined) delete parent[key]
          else parent[key] = value
        })
        if (fits(JSON.parse(JSON.stringify(copy)))) expect(faultsOf(copy)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a foreign field is refused by both, wherever it stands', () => {
    const objects = places.filter(
      (path) =>
        !/^(lists|parameters|title|text|low|high|ru)$/.test(path.at(-1) ?? '') && !/^\d+$/.test(path.at(-1) ?? 'x'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...objects), (path) => {
        const copy = changed(path, (parent) => Object.assign(parent, { foreign: 1 }))
        const closed = !Array.isArray(
          path.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy),
        )
        const inRecord = /^(lists|parameters|title|text|low|high|weights)$/.test(path.at(-2) ?? '')
        if (closed && !inRecord) expect([fits(copy), faultsOf(copy).length > 0]).toEqual([false, true])
      }),
      { numRuns: 200 },
    )
  })
})
