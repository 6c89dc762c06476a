import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { silentLog } from '../log.ts'
import { startEngines } from './start.ts'

const dir = mkdtempSync(join(tmpdir(), 'otklik-folder-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test.runIf(existsSync('/proc/self'))('a folder that the system does not make is told in a sentence', async () => {
  const failure = await startEngines(readConfig({ OTKLIK_DATA: '/proc/otklik' }), silentLog()).catch(
    (error: unknown) => error,
  )
  const message = expect.stringMatching(/^Каталогом данных \/proc\/otklik пользоваться нельзя: ENOENT.* OTKLIK_DATA/)
  expect(failure).toMatchObject({ name: 'EngineError', message })
})

test.each(['', 'inside'])('a data folder that is a file, or lies in one, is told in a sentence: %s', async (inside) => {
  const file = join(dir, 'file')
  writeFileSync(file, '')
  const failure = await startEngines(readConfig({ OTKLIK_DATA: join(file, inside) }), silentLog()).catch(
    (error: unknown) => error,
  )
  const message = expect.stringMatching(
    /^Каталогом данных .*file.* пользоваться нельзя: (EEXIST|ENOTDIR).* OTKLIK_DATA/,
  )
  expect(failure).toMatchObject({ name: 'EngineError', message })
})
