import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { canonicalJson, chainHash, recordAudit, verifyAudit } from '../../platform/audit/index.ts'
import { silentLog } from '../../platform/log.ts'
import { migrate } from '../../platform/postgres/migrate.ts'
import { migrations } from '../../schema.ts'
import { type OpenDatabase, openDatabase } from '../../platform/postgres/open.ts'
import { hashSecret } from '../secrets.ts'
import { findToken } from '../tokens/find-token.ts'
import { rememberReaches } from './reaches.ts'

const databases = testDatabases()
const name = `test_upgrade_${randomBytes(6).toString('hex')}`
const token = `otk_${'a'.repeat(43)}`
const later = /^access\/00[345]|^audit\/002/
let old: OpenDatabase
beforeAll(async () => {
  await databases.pool.query(`CREATE DATABASE ${name}`)
  const url = new URL(databases.databaseUrl)
  url.pathname = `/${name}`
  old = openDatabase(url.toString(), silentLog(), 2)
  await migrate(
    old.db,
    migrations.filter((step) => !later.test(step.name)),
  )
  await fillOld()
})
afterAll(async () => {
  await old.close()
  await databases.pool.query(`DROP DATABASE ${name} WITH (FORCE)`)
})

/** What an installation held before there were organisations. */
async function fillOld(): Promise<void> {
  await old.pool.query(
    `INSERT INTO access_users (login, login_key, name, password, roles, created_at)
     VALUES ('Anna', 'anna', 'Анна', '$argon2id$', '{administrator}', '2026-01-01Z'),
            ('Boris', 'boris', 'Борис', '$argon2id$', '{}', '2026-01-02Z')`,
  )
  await old.pool.query(`INSERT INTO access_suppliers VALUES ('mfc', 'МФЦ', '2026-01-01Z')`)
  await old.pool.query(
    `INSERT INTO access_supplier_tokens (supplier, label, hash, created_at) VALUES ('mfc', 'выгрузка', $1, now())`,
    [hashSecret(token)],
  )
  const at = '2026-01-01T00:00:00.000Z'
  const row = { seq: 1, at, who: 'nobody', what: 'user.created', subject: 'user:1' }
  const entry = canonicalJson({ ...row, actor: null, before: null, after: null, from: null })
  await old.pool.query(`INSERT INTO audit_log VALUES (1, $1, 'nobody', 'user.created', 'user:1', $2, $3)`, [
    at,
    entry,
    chainHash('0'.repeat(64), entry),
  ])
}

test('an installation from before organisations keeps its people, keys and audit', async () => {
  expect(await migrate(old.db, migrations)).toEqual(migrations.map((step) => step.name).filter((n) => later.test(n)))
  const held = await old.pool.query(
    `SELECT u.login, m.role, m.organisation_id FROM access_users u LEFT JOIN access_memberships m ON m.user_id = u.id
     ORDER BY u.login`,
  )
  expect(held.rows).toEqual([
    { login: 'Anna', role: 'administrator', organisation_id: 1 },
    { login: 'Boris', role: null, organisation_id: null },
  ])
  const machine = await findToken(
    { db: old.db, reaches: rememberReaches(old.db) },
    { token, address: '192.0.2.1' },
    new Date(),
  )
  expect(machine).toMatchObject({ supplier: 'mfc', rights: ['packages.read', 'packages.send'] })
  await old.db
    .transaction()
    .execute((tx) => recordAudit(tx, { who: 'system', what: 'user.created', subject: 'user:2' }))
  expect(await verifyAudit(old.db)).toMatchObject({ ok: true, rows: 2 })
})
