import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { otklik } from '../../../test/cli/otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-mask-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (content: string): string => {
  const path = join(folder, 'texts.jsonl')
  writeFileSync(path, content)
  return path
}

test('masks what it can read and names the lines that it cannot', async () => {
  const lines = [
    '{"id":1,"text":"Марина, 👍 8 910 123 45 67"}',
    '{no json',
    '',
    '{"id":"2"}',
    '[]',
    '{"id":"3","text":""}',
  ]
  const path = file(`\uFEFF${lines.join('\r\n')}`)
  const { status, stdout, stderr } = await otklik(folder, 'mask', path)
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      id: 1,
      masked: '[имя], 👍 [телефон]',
      found: [
        { kind: 'name', start: 0, end: 6 },
        { kind: 'phone', start: 10, end: 25 },
      ],
    },
    { id: '3', masked: '', found: [] },
  ])
  expect(stderr).toContain(`${path}, строка 2: Это не JSON.`)
  expect(stderr).toContain('строка 4: Нет поля text')
  expect(stderr).toContain('строка 5: Запись: нужен объект')
  expect(status).toBe(1)
})

test.each([
  ['an empty file', () => ['mask', file('')], 'файл пуст'],
  ['no good line', () => ['mask', file('{"text":"без номера"}')], 'Нет поля id'],
  ['no such file', () => ['mask', join(folder, 'nowhere')], 'Нет такого файла'],
  ['a folder', () => ['mask', folder], 'Это папка, а нужен файл'],
  ['no file named', () => ['mask'], 'Укажите один файл'],
])('%s: status 2 with a sentence', async (_, args, sentence) => {
  const { status, stdout, stderr } = await otklik(folder, ...args())
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
})
