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
