import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { buffer } from 'node:stream/consumers'
import { disposition } from '../../src/platform/http/tables/table.ts'
import { house } from './house.fixture.ts'

const server = house()
beforeAll(async () => {
  const saved = await server.admin({ method: 'PUT', url: '/api/suppliers/mfc', payload: { name: 'МФЦ' } })
  expect(saved.statusCode).toBe(200)
})

const ROWS = 'request_id;service_id;submission_channel;region;ЕПГУ.11\n'
const NAMES = [
  '../../../../etc/cron.d/evil',
  '..\\..\\windows\\system32\\evil.csv',
  '/etc/passwd',
  'C:\\evil.csv',
  '%2e%2e%2fevil.csv',
  '....//evil.csv',
  '.',
  '..',
  '~/evil.csv',
  'CON',
  'evil.csv\r\nset-cookie: a=b',
  'evil\u202Evsc.csv',
  'a'.repeat(255),
  'ё'.repeat(255),
  '\uD83D\uDE00'.repeat(120),
]

/** Where files of packages may lie: in a folder of the month, each numbered. */
const OWN = /^\d{4}-\d\d(\/[\da-f-]{36}(\/files(\/\d{5}-[^/]*)?|\/set-aside-\d+\.csv)?)?$/

/** What lies elsewhere than it should, under the data folder and beside it. */
function strays(): string[] {
  const beside = readdirSync(dirname(server.dataDir)).filter((name) => /evil|passwd|CON$/.test(name))
  const kept = readdirSync(join(server.dataDir, 'files'), { recursive: true, encoding: 'utf8' })
  const other = readdirSync(server.dataDir).filter((name) => !['files', 'keys', 'audit-heads.jsonl'].includes(name))
  return [...beside, ...kept.filter((name) => !OWN.test(name)), ...other]
}

async function send(name: string, payload: string | Buffer, type = 'text/csv') {
  const query = new URLSearchParams({ supplier: 'mfc', date: '2026-06-30', name })
  return server.admin({ method: 'POST', url: `/api/packages?${query}`, payload, headers: { 'content-type': type } })
}

test('a name of an upload names no file of the server', async () => {
  for (const [n, name] of NAMES.entries()) {
    const sent = await send(name, `${ROWS}r${n};100;ЕПГУ;31;01.06.2026 10:00:00`)
    expect(sent.statusCode, `${name} ${sent.body}`).toBe(202)
  }
  await server.installation.imports.run()
  expect(strays()).toEqual([])
})

test('names inside an archive stay inside, too', async () => {
  const archive = new ZipFile()
  archive.addBuffer(Buffer.from(`${ROWS}z1;100;ЕПГУ;31;01.06.2026 10:00:00`), 'xxxx/xxxx/evil.csv')
  archive.end()
  // The writer refuses such names itself, so they are put in afterwards, of the same length.
  const bytes = Buffer.from(
    (await buffer(archive.outputStream)).toString('latin1').replaceAll('xxxx/xxxx', '../../../'),
    'latin1',
  )
  const sent = await send('archive.zip', bytes, 'application/zip')
  await server.installation.imports.run()
  expect(sent.statusCode, sent.body).toBeLessThan(500)
  expect(strays()).toEqual([])
})

test('what is downloaded again has a name without ways and lines in it', () => {
  for (const name of [...NAMES, '"; filename="evil.exe', 'a\0b', '\uD800']) {
    const header = disposition(name.toWellFormed())
    expect(header, name).toMatch(/^attachment; filename="[^"\\/\r\n]*"; filename\*=UTF-8''[^\r\n/\\"]*$/)
    // What is stored as a file keeps no way to elsewhere, also after decoding.
    const [, full = ''] = /UTF-8''(.*)$/.exec(header) ?? []
    expect(decodeURIComponent(full), name).not.toMatch(/[\\/\r\n\0]/)
  }
})

test.each([
  '/assets/../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/assets/%2e%2e%5c%2e%2e%5cpackage.json',
  '//etc/passwd',
  '/assets//etc/passwd',
  '/.env',
  '/.git/config',
  '/assets/.hidden',
  '/data/keys/records.key',
  '/api/packages/1/files/..%2f..%2f0/set-aside.csv',
])('%s is no file of the server', async (url) => {
  const { statusCode, body, headers } = await server.admin({ url })
  expect(body).not.toMatch(/root:|"workspaces"|\[core\]|BEGIN/)
  expect(headers.location).toBeUndefined()
  expect(statusCode === 200 ? headers['content-type'] : 'a refusal').toMatch(/text\/html|a refusal/)
})

test('keys of the installation are closed to other accounts of the machine', () => {
  const keys = join(server.dataDir, 'keys')
  for (const name of readdirSync(keys)) expect((statSync(join(keys, name)).mode & 0o077).toString(8), name).toBe('0')
})
