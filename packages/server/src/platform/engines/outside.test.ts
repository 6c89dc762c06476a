import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { readConfig } from '../config.ts'
import { silentLog } from '../log.ts'
import { startEngines } from './start.ts'

const dir = mkdtempSync(join(tmpdir(), 'otklik-outside-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const NOWHERE = '127.0.0.1:1'
const postgres = (change: (url: URL) => void): string => {
  const url = new URL(inject('templateUrl'))
  change(url)
  return url.href
}

test.each([
  [
    'another machine',
    `postgres://u:s3cret@${NOWHERE}/x`,
    /^Не удалось войти в PostgreSQL по адресу из DATABASE_URL: .*ECONNREFUSED/,
  ],
  ['another database', postgres((url) => (url.pathname = '/no_such_database')), /DATABASE_URL: .*no_such_database/],
])('a PostgreSQL of one’s own that is not there is told by its setting: %s', async (_, DATABASE_URL, sentence) => {
  const config = readConfig({ OTKLIK_DATA: dir, DATABASE_URL, CLICKHOUSE_URL: inject('clickhouseUrl') })
  const failure = await startEngines(config, silentLog()).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'EngineError', message: expect.stringMatching(sentence) })
  expect(String(failure)).not.toContain('s3cret')
})

test('so is a ClickHouse', async () => {
  const outside = { DATABASE_URL: inject('templateUrl'), CLICKHOUSE_URL: `http://u:s3cret@${NOWHERE}` }
  const failure = await startEngines(readConfig({ OTKLIK_DATA: dir, ...outside }), silentLog()).catch(
    (error: unknown) => error,
  )
  const message = expect.stringMatching(/^Не удалось войти в ClickHouse по адресу из CLICKHOUSE_URL: .*ECONNREFUSED/)
  expect(failure).toMatchObject({ name: 'EngineError', message })
  expect(String(failure)).not.toContain('s3cret')
})
