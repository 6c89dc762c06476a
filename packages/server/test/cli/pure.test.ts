// Commands that need no installation: each through the real entry, with what it prints and its exit status.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-pure-'))
const dataDir = join(folder, 'data')
const run = (...args: string[]) => otklik(dataDir, ...args)
afterAll(() => {
  // Not one of them may make an installation.
  expect(existsSync(dataDir)).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})
function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const lines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('score: a line for a line, 1 where one was wrong', async () => {
  const good = { kind: 'internal', mass: false, regulation: 'А+', laboratory: 'В', issued: '2026-03-15' }
  const file = write('score.jsonl', `\uFEFF${JSON.stringify(good)}\r\n\r\n{"kind"\n`)
  const { status, stdout, stderr } = await run('score', file)
  expect([status, stderr]).toEqual([1, ''])
  expect(lines(stdout)).toEqual([
    expect.objectContaining({ level: 60, band: 'high', valid_to: '2029-03-14', refused: null }),
    { error: { code: 'bad_json', message: expect.stringContaining('«{"kind"»') } },
  ])
  expect(await run('score', write('good.jsonl', JSON.stringify(good)))).toMatchObject({ status: 0, stderr: '' })
})

test.each([
  [['score', '/nowhere.jsonl'], 'Нет такого файла'],
  [['score', '/'], 'Это папка'],
  [['score', 'a', 'b'], 'один файл'],
])('wrong usage: %j', async (args, sentence) => {
  const { status, stdout, stderr } = await run(...args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
  expect(stderr).not.toMatch(/at .*\.ts|Error:/)
})
