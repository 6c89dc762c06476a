import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findServer } from '../../src/platform/running.ts'
import { endServerProcess, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { otklik } from './otklik.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-audit-'))
chmodSync(folder, 0o711)
const at = (...names: string[]): string => join(folder, ...names)
const data = at('data')
const heads = at('data', 'audit', 'heads.jsonl')
let server: ServerProcess
let client: pg.Client
/** As an intruder with the rights of the database's owner. */
async function behindTheTriggers(...statements: string[]): Promise<void> {
  for (const sql of ['ALTER TABLE audit_log DISABLE TRIGGER ALL', ...statements]) await client.query(sql)
  await client.query('ALTER TABLE audit_log ENABLE TRIGGER ALL')
}
const verify = (...args: string[]) => otklik(data, 'audit', 'verify', ...args)

beforeAll(async () => {
  server = await startServerProcess(data)
  client = new pg.Client({ connectionString: findServer(data)?.engines?.databaseUrl })
  await client.connect()
  for (const code of ['one', 'two', 'three', 'four', 'five'])
    await fetch(`${server.url}/api/suppliers/${code}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: code }),
    })
  await client.query('CREATE TABLE kept AS SELECT * FROM audit_log')
  const { rows } = await client.query<{ seq: string; hash: string }>('SELECT seq, hash FROM audit_log ORDER BY seq')
  const lines = rows
    .slice(2, 4)
    .map(({ seq, hash }) => JSON.stringify({ at: '2026-11-01T00:00:00.000Z', seq: Number(seq), hash }))
  mkdirSync(join(heads, '..'), { recursive: true })
  writeFileSync(heads, `${lines.join('\n')}\n`)
  await client.query(
    `INSERT INTO audit_heads SELECT '2026-11-01T00:00:00Z', seq, hash FROM audit_log WHERE seq IN (3, 4)`,
  )
}, 60_000)
afterAll(async () => {
  await client.end()
  await endServerProcess(server, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => behindTheTriggers('DELETE FROM audit_log', 'INSERT INTO audit_log SELECT * FROM kept'))

test('a whole log, beside the running server', async () => {
  const { status, stdout } = await verify()
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Журнал цел: записей 5\..*\nСверено отметок: 2\.\n$/)])
})

/** Writes the hashes anew from a row on, as one would who knows how the chain is made. */
const rewrite = (from: number) => `
  DO $$ DECLARE r record; last text; BEGIN
    SELECT hash INTO last FROM audit_log WHERE seq = ${from - 1};
    FOR r IN SELECT * FROM audit_log WHERE seq >= ${from} ORDER BY seq LOOP
      last := encode(sha256(convert_to(coalesce(last, repeat('0', 64)) || E'\\n' || r.entry, 'UTF8')), 'hex');
      UPDATE audit_log SET hash = last WHERE seq = r.seq;
    END LOOP;
  END $$`

describe('tampering in the database is found', () => {
  test.each([
    [
      'a changed text',
      [`UPDATE audit_log SET entry = replace(entry, 'two', 'xxx') WHERE seq = 2`],
      'Запись 2 изменена',
    ],
    ['a changed column', [`UPDATE audit_log SET who = 'user:other' WHERE seq = 3`], 'Запись 3 изменена'],
    ['a changed moment', [`UPDATE audit_log SET at = at - interval '1 day' WHERE seq = 3`], 'Запись 3 изменена'],
    ['another organisation', ['UPDATE audit_log SET organisation = 7 WHERE seq = 4'], 'Запись 4 изменена'],
    ['a row taken out', ['DELETE FROM audit_log WHERE seq = 2'], 'На месте записи 2'],
    ['the first taken out', ['DELETE FROM audit_log WHERE seq = 1'], 'На месте записи 1'],
    [
      'a row taken out and the rest moved up',
      ['DELETE FROM audit_log WHERE seq = 2', 'UPDATE audit_log SET seq = seq - 1 WHERE seq > 2'],
      'Запись 2 изменена',
    ],
    [
      'a row put in',
      [
        'UPDATE audit_log SET seq = -seq - 1 WHERE seq > 2',
        'UPDATE audit_log SET seq = -seq WHERE seq < 0',
        'INSERT INTO audit_log SELECT 3, at, who, what, subject, entry, hash, organisation FROM audit_log WHERE seq = 2',
      ],
      'Запись 3 изменена',
    ],
    [
      'two rows changed places',
      [
        'UPDATE audit_log SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)',
        'UPDATE audit_log SET seq = -seq WHERE seq < 0',
      ],
      'Запись 2 изменена',
    ],
    [
      'a cut-off end',
      ['DELETE FROM audit_log WHERE seq > 3'],
      'Конец отрезан: записи 4 нет, хотя отметка от 2026-11-01T00:00:00.000Z',
    ],
    ['everything taken out', ['DELETE FROM audit_log'], 'Конец отрезан: записи 1 нет'],
    [
      'an end written anew with its hashes',
      [
        `UPDATE audit_log SET entry = replace(entry, 'three', 'other'), subject = replace(subject, 'three', 'other') WHERE seq = 3`,
        rewrite(3),
      ],
      'Запись 3 не та, что была отмечена',
    ],
    [
      'a row taken out and all written anew',
      [
        'DELETE FROM audit_log WHERE seq = 1',
        `UPDATE audit_log SET seq = 1 - seq, entry = replace(entry, '"seq":' || seq, '"seq":' || seq - 1)`,
        `UPDATE audit_log SET seq = -seq`,
        rewrite(1),
      ],
      'Запись 3 не та, что была отмечена',
    ],
  ])('%s', async (_name, statements, says) => {
    await behindTheTriggers(...statements)
    const { status, stdout } = await verify()
    expect([status, stdout]).toEqual([1, expect.stringContaining(says)])
  })

  test('and so are heads that were changed; without them a whole chain is whole', async () => {
    const kept = readFileSync(heads, 'utf8')
    writeFileSync(heads, kept.replace(/"hash":"./, '"hash":"x'))
    expect(await verify()).toMatchObject({ status: 1, stdout: expect.stringContaining('не та, что была отмечена') })
    writeFileSync(heads, kept)
  })

  test('a file of heads that is damaged, cut or missing: the log is whole, but not all was checked', async () => {
    const kept = readFileSync(heads, 'utf8')
    expect((await otklik(data, 'audit', 'heads')).stdout).toBe(kept)
    const [first] = kept.split('\n')
    const told: [string | undefined, RegExp][] = [
      [`${kept}{"at":\n`, /^Журнал цел: .*\nФайл отметок повреждён, строки: 3\.\n$/s],
      [`${first}\n`, /^Журнал цел: .*\nВ файле отметок нет тех, что есть в базе: 1, последняя от \S+ о записи 4\.\n/s],
      ['', /^Журнал цел: .*\nВ файле отметок нет тех, что есть в базе: 2, .*\n.*otklik audit heads\.\n$/s],
      [undefined, /^Журнал цел: .*\nФайла отметок нет: .*\nВ базе есть отметки: 2, последняя .* о записи 4\.\n/s],
    ]
    for (const [content, says] of told) {
      rmSync(heads)
      if (content !== undefined) writeFileSync(heads, content)
      const { status, stdout } = await verify()
      writeFileSync(heads, kept)
      expect([status, stdout]).toEqual([2, expect.stringMatching(says)])
    }
  })
})

test.each(['UPDATE audit_log SET who = who', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
  'the database refuses even its owner: %s',
  async (statement) => {
    await expect(client.query(statement)).rejects.toThrow('append-only')
  },
)

describe('a copy', () => {
  test('is written once, checked without an installation, and found out when it is cut', async () => {
    const out = at('log.jsonl')
    expect((await otklik(data, 'audit', 'export', '--out', out)).status).toBe(0)
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(await otklik(data, 'audit', 'export', '--out', out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('уже есть'),
    })
    const away = (...args: string[]) => otklik(at('nowhere'), 'audit', 'verify', '--file', ...args)
    // The export itself is the sixth record.
    expect(await away(out)).toMatchObject({ status: 0, stdout: expect.stringContaining('записей 6') })
    expect(await away(out, '--heads', heads)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('отметок: 2'),
    })
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ head: { seq: 6, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    const changed = async (copy: string[]) => {
      writeFileSync(at('changed.jsonl'), `${copy.join('\n')}\n`)
      return away(at('changed.jsonl'))
    }
    expect(await changed(lines.slice(0, -1))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Конец отрезан'),
    })
    expect(await changed(lines.toSpliced(4, 2))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('записи 5'),
    })
    expect(await changed(lines.toSpliced(2, 1))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('записи 3'),
    })
    expect(await changed(lines.toSpliced(2, 0, '{}'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Строка 3'),
    })
  }, 60_000)

  test('wrong usage', async () => {
    expect((await otklik(data, 'audit')).status).toBe(2)
    expect((await verify('--file', at('none'))).status).toBe(2)
    expect(await otklik(at('nowhere'), 'audit', 'verify')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('нет установки'),
    })
  })
})

test('without a server it is checked too; stopping notes the end', async () => {
  const before = readFileSync(heads, 'utf8')
  await client.end()
  await endServerProcess(server, 'SIGTERM')
  const after = readFileSync(heads, 'utf8')
  expect(after.startsWith(before)).toBe(true)
  expect(after.slice(before.length).trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(after.slice(before.length))).toMatchObject({
    seq: 5,
    hash: expect.any(String),
    at: expect.any(String),
  })
  expect(await verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('отметок: 3') })
}, 60_000)
