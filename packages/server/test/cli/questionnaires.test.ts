// Questionnaires and answers without an installation: through the real entry, with what is printed and the exit status.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-questionnaires-'))
const dataDir = join(folder, 'data')
const run = (...args: string[]) => otklik(dataDir, ...args)
afterAll(() => {
  // Not one of them may make an installation.
  expect(existsSync(dataDir)).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}
const small = (showIf: object) => ({
  format: 'otklik-questionnaire/1',
  code: 'small',
  title: { ru: 'Проба' },
  languages: ['ru'],
  pages: [
    {
      code: 'p1',
      questions: [
        { code: 'a', type: 'scale', min: 1, max: 5, text: { ru: 'Оценка' } },
        { code: 'b', type: 'text', text: { ru: 'Почему?' }, showIf },
      ],
    },
  ],
})

test('a built-in questionnaire is shown as a file that checks without a fault', async () => {
  const shown = await run('questionnaire', 'show', 'ext.services')
  expect([shown.status, shown.stderr]).toEqual([0, ''])
  const checked = await run('questionnaire', 'check', write('form.json', `\uFEFF${shown.stdout}`), '--format', 'json')
  expect([checked.status, checked.stderr]).toEqual([0, ''])
  expect(JSON.parse(checked.stdout)).toEqual({
    ok: true,
    questions: 26,
    options: 55,
    minutes: { longest: 5.6167, median: expect.any(Number) },
    problems: [],
  })
  expect((await run('questionnaire', 'list')).stdout).toContain('int.support_staff')
  expect(await run('questionnaire', 'show', 'nobody')).toMatchObject({ status: 2, stdout: '' })
})

test('faults are named: 1; what is no questionnaire is said by its paths: 2', async () => {
  const later = write('later.json', small({ question: 'c', is: 1 }))
  const named = await run('questionnaire', 'check', later)
  expect([named.status, named.stdout]).toEqual([1, expect.stringContaining('Ошибка: b. Условие спрашивает о «c»')])
  const foreign = write('foreign.json', { ...small({ question: 'a', is: 1 }), colour: 'red' })
  const refused = await run('questionnaire', 'check', foreign, '--format', 'json')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('colour: Такого поля нет.')])
  expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, problems: [{ at: 'colour' }] })
  const deep = await run('questionnaire', 'check', write('deep.json', '['.repeat(5_000_000)))
  expect([deep.status, deep.stderr]).toEqual([2, expect.not.stringContaining('at ')])
  expect((await run('answers', 'check', later, write('none.jsonl', ''))).status).toBe(2)
})

test('a new version tells which series it ends', async () => {
  const old = write('old.json', small({ question: 'a', le: 2 }))
  const next = small({ question: 'a', le: 2 })
  Object.assign(next.pages[0]?.questions[0] ?? {}, { max: 10 })
  const checked = await run('questionnaire', 'check', write('next.json', next), '--previous', old, '--format', 'json')
  expect(checked.status).toBe(0)
  expect(JSON.parse(checked.stdout)).toMatchObject({ problems: [{ code: 'series_broken', at: 'a', level: 'warning' }] })
})

test('answers get a verdict a line, whatever the lines are', async () => {
  const file = write(
    'answers.jsonl',
    [
      '{"id":"good","answers":{"a":2,"b":"Долго"}}',
      '',
      'оценка',
      '{"id":"bad","answers":{"a":5,"b":"Долго"},"state":"partial"}',
      `{"id":"deep","answers":${'['.repeat(1_000_000)}`,
      '{"answers":{}}',
      '{"id":3,"answers":{"a":null},"attributes":null}',
    ].join('\r\n'),
  )
  const form = write('small.json', small({ question: 'a', le: 2 }))
  const { status, stdout, stderr } = await run('answers', 'check', form, file)
  expect([status, stderr]).toEqual([1, ''])
  const bad = (line: number) => ({
    id: null,
    ok: false,
    outcome: null,
    shown: [],
    errors: [{ code: 'bad_line', at: String(line) }],
  })
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'good', ok: true, outcome: 'complete', shown: ['a', 'b'], errors: [] },
    bad(3),
    { id: 'bad', ok: false, outcome: 'partial', shown: ['a'], errors: [{ code: 'hidden_answer', at: 'b' }] },
    bad(5),
    bad(6),
    { id: 3, ok: true, outcome: 'complete', shown: ['a'], errors: [] },
  ])
  expect((await run('answers', 'check', form, write('fine.jsonl', '{"id":"x","answers":{}}\n'))).status).toBe(0)
  expect(await run('answers', 'check', 'nobody', file)).toMatchObject({ status: 2, stdout: '' })
})

test('results are counted, compared and hidden where groups are small', async () => {
  const set = (id: number, a: number, channel: string) =>
    JSON.stringify({ id, answers: { a }, attributes: { channel } })
  const lines = Array.from({ length: 30 }, (_, id) => set(id, (id % 5) + 1, id < 20 ? 'site' : 'office'))
  const file = write('counted.jsonl', [...lines, 'оценка', set(99, 9, 'site'), set(100, 5, 'phone')].join('\n'))
  const form = write('small.json', small({ question: 'a', le: 2 }))
  const { status, stdout, stderr } = await run('results', form, file, '--by', 'channel', '--format', 'json')
  expect([status, stderr]).toEqual([0, ''])
  const results = JSON.parse(stdout)
  expect(results).toMatchObject({
    questionnaire: 'small',
    version: null,
    basis: 'plain',
    n: { read: 33, invalid: 2, partial: 0, screened: 0, excluded: 0, used: 31 },
    weights: null,
    by: 'channel',
    without: 0,
    groups: [
      { value: 'office', n: null, suppressed: true },
      { value: 'phone', n: null, suppressed: true },
      { value: 'site', n: 20, suppressed: false },
    ],
  })
  expect(results.questions[0].figures.mean).toMatchObject({ value: 3.0645, n: 31, note: null })
  const against = ['results', form, file, '--by', 'channel', '--against']
  expect(await run(...against, 'phone')).toMatchObject({ status: 2, stderr: expect.stringContaining('скрыта') })
  const compared = await run(...against, 'site', '--min-cell', '1', '--format', 'json')
  // 4 of 10 less 8 of 20; Newcombe from 16.8180–68.7326 and 21.8807–61.3418.
  expect(JSON.parse(compared.stdout).groups[0].questions[0].figures.top2).toMatchObject({
    value: 40,
    difference: { value: 0, low: -31.51, high: 33.9687 },
  })
  const shown = await run('results', form, file)
  expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('Прочитано 33, учтено 31.')])
  expect(await run('results', form, file, '--by', 'b')).toMatchObject({ status: 2, stdout: '' })
})

test('weights, clusters and strata: results of a design; refused weights are said, status 1', async () => {
  const form = write('small.json', small({ question: 'a', le: 2 }))
  const set = (id: number, more: object) => ({
    id,
    answers: { a: (id % 5) + 1 },
    attributes: { office: `o${id % 10}` },
    ...more,
  })
  const of = (name: string, more: (id: number) => object) =>
    write(name, Array.from({ length: 120 }, (_, id) => JSON.stringify(set(id, more(id)))).join('\n'))
  const weighted = await run(
    'results',
    form,
    of('weighted.jsonl', (id) => ({ weight: 1 + (id % 2) })),
    '--format',
    'json',
  )
  expect([weighted.status, weighted.stderr]).toEqual([0, ''])
  expect(JSON.parse(weighted.stdout)).toMatchObject({ basis: 'design', weights: null, n: { used: 120 } })

  const plain = of('plain.jsonl', () => ({}))
  const margins = (targets: object) => write('margins.json', { margins: [{ by: 'a', targets }] })
  const evenly = { 1: 10, 2: 20, 3: 20, 4: 20, 5: 30 }
  const design = ['--clusters', 'office', '--margins', margins(evenly), '--format', 'json']
  const raked = await run('results', form, plain, ...design)
  expect([raked.status, raked.stderr]).toEqual([0, ''])
  expect(JSON.parse(raked.stdout)).toMatchObject({
    basis: 'design',
    weights: { margins: ['a'], passes: 1, refused: null, min: 0.5, max: 1.5 },
    questions: [{ figures: { mean: { value: 3.4, note: 'fixed' } } }, {}],
  })
  const refused = await run('results', form, plain, '--margins', margins({ 1: 1, 2: 1 }), '--format', 'json')
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Веса не применены')])
  expect(JSON.parse(refused.stdout)).toMatchObject({ basis: 'design', weights: { refused: 'unknown_category' } })
  for (const wrong of [
    {},
    { margins: [] },
    { margins: [{ by: 'b', targets: { x: 1 } }] },
    { margins: [{ by: 'a', targets: { x: '1' } }] },
  ])
    expect(await run('results', form, plain, '--margins', write('wrong.json', wrong))).toMatchObject({
      status: 2,
      stdout: '',
    })
})
