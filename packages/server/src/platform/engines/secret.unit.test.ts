import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret, makeSecret, readSecret } from './secret.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-secret-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('is made once, for its owner only, and is the same from then on', () => {
  const path = join(dir, 'keys', 'x.key')
  const secret = keptSecret(path)
  expect(secret).toMatch(/^[\w-]{32}$/)
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual([secret, 0o600])
  expect(keptSecret(path)).toBe(secret)
  expect(makeSecret(path)).toBe(secret)
  expect(readdirSync(join(dir, 'keys'))).toEqual(['x.key'])
  writeFileSync(path, `${secret}\n`)
  expect(readSecret(path)).toBe(secret)
})

test.each([
  ['', /x\.key повреждён: он пуст/],
  [' \n', /повреждён: он пуст/],
  ['abc', /повреждён: в нём 3 зн\. вместо 32/],
  ['ключ'.repeat(8), /повреждён: в нём 32 зн\. вместо 32 латинских/],
  ['a'.repeat(33), /повреждён: в нём 33 зн/],
])('a file that holds no secret is told and left alone: %j', (content, says) => {
  const path = join(dir, 'x.key')
  writeFileSync(path, content)
  expect(() => keptSecret(path)).toThrow(says)
  expect(readFileSync(path, 'utf8')).toBe(content)
})

test('what can’t be read is not taken for a file that is not there', () => {
  mkdirSync(join(dir, 'x.key'))
  expect(() => keptSecret(join(dir, 'x.key'))).toThrow(
    /x\.key не читается \(EISDIR\)\. Проверьте его владельца и права/,
  )
})

test.runIf(process.getuid?.() !== 0)('nor is what is closed to this account', () => {
  const path = join(dir, 'x.key')
  writeFileSync(path, 'a'.repeat(32))
  chmodSync(path, 0o000)
  expect(() => keptSecret(path)).toThrow(/не читается \(EACCES\)/)
})
