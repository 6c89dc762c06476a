import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const dir = mkdtempSync(join(tmpdir(), 'otklik-folder-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('makes all that is missing, and lets be what is there', () => {
  const path = join(dir, 'a', 'b', 'c')
  for (let round = 0; round < 2; round++) makeFolder(path, 0o700)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  symlinkSync(path, join(dir, 'link'))
  makeFolder(join(dir, 'link', 'd'))
  expect(existsSync(join(path, 'd'))).toBe(true)
})

test.each(['', 'inside'])('a file in its way is told: %s', (inside) => {
  const file = join(dir, 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(join(file, inside))).toThrow(/EEXIST|ENOTDIR/)
})

test.runIf(existsSync('/proc/self')).each(['/proc/otklik', '/proc/otklik/data'])(
  'a folder that the system does not make is told: %s',
  (path) => {
    expect(() => makeFolder(path)).toThrow(/ENOENT/)
  },
)
