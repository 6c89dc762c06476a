import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { otklik } from '../../../../test/cli/otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-topics-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
function file(name: string, ...lines: (object | string)[]): string {
  writeFileSync(at(name), lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return at(name)
}
const topic = (code: string, ...words: string[]) => ({ code, name: code, process: null, stage: 'приём', words })
const rubricator = (...topics: object[]) => file('r.json', { edition: 1, topics })
const topics = (...args: string[]) => otklik(folder, 'topics', ...args)
const coded = (id: string, text: string, ...codes: string[]) => ({ id, text, codes })
const R = [topic('queue', 'очеред*'), topic('phone', 'трубк*', 'дозвон*')]

describe('learn and suggest', () => {
  test('from a rubricator alone, then in a file', async () => {
    const learned = await topics('learn', file('none.jsonl'), '--rubricator', rubricator(...R), '--model', at('m'))
    expect([learned.status, learned.stderr, JSON.parse(learned.stdout)]).toEqual([
      0,
      '',
      { texts: 0, codes: 2, top1: null, top3: null, macro_f1: null },
    ])
    const suggested = await topics(
      'suggest',
      at('m'),
      file('t.jsonl', { id: 7, text: 'Очередь на час' }, { id: 'b', text: 'нет' }, '{'),
    )
    const [first, second] = suggested.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: 7, auto: false, filtered: null })
    expect(first.suggestions.map(({ code, because }: { code: string; because: string[] }) => [code, because])).toEqual([
      ['queue', ['Очередь']],
      ['phone', []],
    ])
    expect(second).toEqual({ id: 'b', suggestions: [], auto: false, filtered: 'no_problem' })
    expect([suggested.status, suggested.stderr]).toEqual([
      1,
      expect.stringContaining('t.jsonl, строка 3: Это не JSON.'),
    ])
  })

  test('names the line of a code that the rubricator lacks, and of a topic that nothing leads to', async () => {
    const lines = [coded('1', 'очередь', 'queue'), coded('2', 'что-то', 'other'), coded('3', 'нет кода')]
    const { status, stdout, stderr } = await topics(
      'learn',
      file('c.jsonl', ...lines),
      '--rubricator',
      rubricator(...R, topic('idle')),
      '--model',
      at('m2'),
    )
    expect([status, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ texts: 1, codes: 3 })])
    expect(stderr).toContain('c.jsonl, строка 2: Кода «other» в рубрикаторе нет.')
    expect(stderr).toContain('у темы «idle» нет ни слов, ни закодированных текстов')
  })

  test('a merged topic becomes what replaced it, a split one is asked about', async () => {
    const old = [
      { ...topic('a'), replaced_by: ['queue'] },
      { ...topic('b'), replaced_by: ['queue', 'phone'] },
    ]
    const lines = [coded('1', 'очередь', 'a'), coded('2', 'трубка', 'b')]
    const { status, stdout, stderr } = await topics(
      'learn',
      file('c.jsonl', ...lines),
      '--rubricator',
      rubricator(...R, ...old),
      '--model',
      at('m3'),
    )
    expect([status, JSON.parse(stdout).texts]).toEqual([1, 1])
    expect(stderr).toContain('строка 2: Тема «b» разделена на «queue», «phone».')
  })

  test.each([
    ['one text', () => [coded('1', 'очередь', 'queue')], 'учить нечему, пригодных текстов 1'],
    ['an empty file', () => [], 'файл пуст'],
    ['texts without codes', () => [coded('1', 'очередь')], 'нет ни одного кода'],
  ])('%s and no rubricator: status 2, no model', async (_, lines, sentence) => {
    const { status, stdout, stderr } = await topics('learn', file('c.jsonl', ...lines()), '--model', at('never'))
    expect([status, stdout, existsSync(at('never'))]).toEqual([2, '', false])
    expect(stderr).toContain(sentence)
  })

  test.each([
    ['an unknown pattern', [topic('a', 'о|ч')], 'topics.0.words.0: Тема «a»: шаблон «о|ч» не понят.'],
    ['a code used twice', [topic('a'), topic('a')], 'topics.1.code: Код «a» уже есть у темы № 1.'],
  ])('a rubricator with %s is refused', async (_, wrong, sentence) => {
    const { status, stderr } = await topics(
      'learn',
      file('none.jsonl'),
      '--rubricator',
      rubricator(...wrong),
      '--model',
      at('never'),
    )
    expect([status, existsSync(at('never'))]).toEqual([2, false])
    expect(stderr).toContain(sentence)
  })

  test('what is no model is told', async () => {
    const { status, stderr } = await topics('suggest', rubricator(...R), file('t.jsonl', { id: 1, text: 'а' }))
    expect([status, stderr]).toEqual([2, expect.stringContaining('не модель тем')])
  })
})

test('duplicates: a line for each group', async () => {
  const path = file(
    'd.jsonl',
    { id: 'a', text: 'Очередь на час' },
    { id: 2, text: 'очередь, на час!' },
    { id: 'c', text: '!!!' },
  )
  const { status, stdout } = await topics('duplicates', path)
  expect([status, stdout]).toEqual([0, '{"ids":["a",2]}\n'])
})

test('agree: over common ids; without any there is nothing to say', async () => {
  const first = file('a.jsonl', { id: 1, codes: ['q'] }, { id: 2, codes: ['p'] }, { id: 3, codes: [] })
  const second = file('b.jsonl', { id: 1, codes: ['q'] }, { id: 2, codes: ['p'] }, { id: 9, codes: ['q'] })
  const { status, stdout } = await topics('agree', first, second)
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    { n: 2, agree: 100, kappa: 1, low: 1, high: 1, by_code: { p: { kappa: 1 }, q: { kappa: 1 } } },
  ])
  const apart = await topics('agree', first, file('c.jsonl', { id: 10, codes: ['q'] }))
  expect([apart.status, apart.stderr]).toEqual([2, expect.stringContaining('нет общих текстов')])
})
