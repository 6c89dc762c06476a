import { type AuditEventName, NOBODY, OPERATOR } from '@otklik/model/access'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import {
  auditLines,
  canonicalJson,
  chainHash,
  keptHeads,
  noteHead,
  readHeads,
  recordAudit,
  verifyAudit,
  verifyAuditLines,
} from './index.ts'

const databases = testDatabases()

/** As an intruder with the rights of the database's owner. */
async function behindTheTrigger(statement: string): Promise<void> {
  await databases.pool.query('ALTER TABLE audit_log DISABLE TRIGGER ALL')
  await databases.pool.query(statement)
  await databases.pool.query('ALTER TABLE audit_log ENABLE TRIGGER ALL')
}

// Of a word the chain asks nothing.
const named = (what: string) => what as AuditEventName
const record = (what: string, after: unknown = {}) =>
  databases.db
    .transaction()
    .execute((tx) => recordAudit(tx, { who: OPERATOR, what: named(what), subject: 'thing:1', after }))

beforeEach(async () => {
  await behindTheTrigger('DELETE FROM audit_log')
  for (const what of ['a', 'b', 'c', 'd']) await record(what, { z: 1, a: 'я\0"', list: [1, { y: null, b: 2 }] })
})

test('what the installation does for an organisation stands with it; what a person does, where they act', async () => {
  const acting = person({
    as: { membership: 'm', role: 'authority_head', organisation: { id: 1, name: 'О', path: '/1/' } },
  })
  await databases.db.transaction().execute(async (tx) => {
    for (const who of ['system', OPERATOR, acting, NOBODY] as const)
      await recordAudit(tx, { who, organisation: 7, what: named('e'), subject: 'thing:2' })
  })
  const rows = await databases.db.selectFrom('audit_log').select('organisation').where('what', '=', 'e').execute()
  expect(rows.map(({ organisation }) => organisation)).toEqual([7, 7, 1, null])
  expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
})

describe('the chain', () => {
  test('is whole after ordinary writes, and its head says where it ends', async () => {
    const verdict = await verifyAudit(databases.db)
    expect(verdict).toMatchObject({ ok: true, rows: 4, head: { seq: 4 } })
  })

  test.each([
    [
      'a changed entry',
      `UPDATE audit_log SET entry = replace(entry, '"what":"b"', '"what":"x"') WHERE seq = 2`,
      2,
      'entry',
    ],
    ['a changed column', `UPDATE audit_log SET who = 'user:other' WHERE seq = 3`, 3, 'columns'],
    ['a changed moment', `UPDATE audit_log SET at = at + interval '1 day' WHERE seq = 3`, 3, 'columns'],
    ['a row taken out', 'DELETE FROM audit_log WHERE seq = 2', 2, 'gap'],
    [
      'a row changed with its hash',
      `UPDATE audit_log SET entry = '{}', hash = repeat('0', 64) WHERE seq = 1`,
      1,
      'entry',
    ],
    ['the first row taken out', 'DELETE FROM audit_log WHERE seq = 1', 1, 'gap'],
  ])('shows %s', async (_name, statement, seq, why) => {
    await behindTheTrigger(statement)
    expect(await verifyAudit(databases.db)).toEqual({ ok: false, seq, why })
  })

  test('shows a cut-off end to who noted the head elsewhere', async () => {
    const whole = await verifyAudit(databases.db)
    if (!whole.ok) throw new Error('the chain is broken')
    await record('e')
    expect(await verifyAudit(databases.db, [whole.head])).toMatchObject({ ok: true, rows: 5 })
    await behindTheTrigger('DELETE FROM audit_log WHERE seq >= 4')
    expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
    expect(await verifyAudit(databases.db, [whole.head])).toEqual({ ok: false, seq: 4, why: 'cut' })
  })
})

test.each(['UPDATE audit_log SET who = who', 'DELETE FROM audit_log', 'TRUNCATE audit_log', 'TRUNCATE audit_heads'])(
  'the database refuses: %s',
  async (statement) => {
    await expect(databases.pool.query(statement)).rejects.toThrow('append-only')
  },
)

test('writers side by side leave one unbroken chain, and a rolled-back one no gap', async () => {
  const failing = databases.db.transaction().execute(async (tx) => {
    await recordAudit(tx, { who: 'system', what: named('lost'), subject: 'thing:2' })
    await sql`SELECT 1 / 0`.execute(tx)
  })
  const writes = Array.from({ length: 30 }, (_, n) => record(`parallel-${n}`))
  await expect(failing).rejects.toThrow()
  await Promise.all(writes)
  expect(await verifyAudit(databases.db)).toMatchObject({ ok: true, rows: 34 })
})

test('a copy of the log is checked without the database', async () => {
  const lines: string[] = []
  for await (const line of auditLines(databases.db)) lines.push(line.trimEnd())
  const follow = (copy: readonly string[]) => verifyAuditLines(Readable.from(copy))
  expect(await follow(lines)).toMatchObject({ ok: true, rows: 4 })
  expect(await follow(lines.toSpliced(1, 1))).toEqual({ ok: false, seq: 2, why: 'gap' })
  expect(await follow(lines.map((line) => line.replace('system', 'other').replace('"c"', '"x"')))).toMatchObject({
    ok: false,
  })
  await expect(follow(['{'])).rejects.toThrow('Строка 1')
})

test('the end is noted line by line, for the owner only, and in the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-heads-'))
  const path = join(folder, 'inner', 'heads.jsonl')
  expect(await readHeads(path)).toEqual({ heads: [], broken: [], missing: true })
  await noteHead(databases.db, path, new Date('2026-03-01T00:00:00Z'))
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const first = readFileSync(path, 'utf8')
  appendFileSync(path, '{"at":"2026-03-01T01:')
  await record('e')
  await noteHead(databases.db, path, new Date('2026-03-02T00:00:00Z'))
  expect(readFileSync(path, 'utf8').startsWith(first)).toBe(true)
  const { heads, broken } = await readHeads(path)
  expect(heads).toMatchObject([
    { seq: 4, at: '2026-03-01T00:00:00.000Z' },
    { seq: 5, at: '2026-03-02T00:00:00.000Z' },
  ])
  expect(broken).toEqual([{ line: 3, text: '{"at":"2026-03-01T01:' }])
  expect(await keptHeads(databases.db)).toEqual(heads)
  expect(await verifyAudit(databases.db, heads)).toMatchObject({ ok: true })
  rmSync(folder, { recursive: true })
})

test('a log that a version without organisations wrote, and no later one has opened, is whole', async () => {
  const { pool, db } = databases
  await behindTheTrigger('DELETE FROM audit_log')
  await pool.query('ALTER TABLE audit_log RENAME COLUMN organisation TO organisation_of_later')
  await pool.query('ALTER TABLE audit_heads RENAME TO audit_heads_of_later')
  try {
    let hash = '0'.repeat(64)
    for (const seq of [1, 2, 3]) {
      const row = {
        seq,
        at: new Date(`2025-01-0${seq}T10:00:00Z`),
        who: 'system',
        what: 'a.b',
        subject: `thing:${seq}`,
      }
      const entry = canonicalJson({ ...row, actor: null, before: null, after: { n: seq }, from: null })
      hash = chainHash(hash, entry)
      const values = [seq, row.at, row.who, row.what, row.subject, entry, hash]
      await pool.query(
        'INSERT INTO audit_log (seq, at, who, what, subject, entry, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        values,
      )
    }
    expect(await verifyAudit(db, await keptHeads(db))).toMatchObject({ ok: true, rows: 3 })
    await behindTheTrigger(`UPDATE audit_log SET who = 'user:other' WHERE seq = 2`)
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 2, why: 'columns' })
  } finally {
    await pool.query('ALTER TABLE audit_log RENAME COLUMN organisation_of_later TO organisation')
    await pool.query('ALTER TABLE audit_heads_of_later RENAME TO audit_heads')
  }
})

test('an empty log has no end to note', async () => {
  await behindTheTrigger('DELETE FROM audit_log')
  await noteHead(databases.db, '/nowhere/heads.jsonl')
})
