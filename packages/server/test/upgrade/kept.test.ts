import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup, takeBackup } from '../../src/backup/index.ts'
import { buildServer } from '../../src/compose.ts'
import { type Installation, openInstallation } from '../../src/installation.ts'
import { verifyAudit } from '../../src/platform/audit/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { indicatorObjects, indicatorRows } from '../../src/progress/index.ts'
import { migrations, schemaSteps } from '../../src/schema.ts'
import { testDatabases } from '../support/databases.ts'
import { schemaOf } from './schema-of.ts'
import { type Kept, keptNames, readKept, unpack } from './unpack.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-kept-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An installation made today. */
const fresh = testDatabases()

const configOf = (name: string) => readConfig({ OTKLIK_DATA: join(folder, name) })

async function rowsOf({ pool, ch }: Installation, tables: readonly string[]): Promise<Record<string, number>> {
  const engines = await ch.query<{ name: string; engine: string }>(
    'SELECT name, engine FROM system.tables WHERE database = currentDatabase()',
  )
  const count = async (table: string): Promise<number> => {
    const engine = engines.find(({ name }) => name === table)?.engine
    if (engine === undefined) return (await pool.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n
    // Rows that a merge would make one count as one.
    const [counted] = await ch.query<{ n: number }>(
      `SELECT count() AS n FROM ${table} ${engine === 'MergeTree' ? '' : 'FINAL'}`,
    )
    return Number(counted?.n)
  }
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)] as const)))
}

async function indicatorsOf({ progress }: Installation) {
  const rows = await indicatorRows({ ...progress, requestReach: 'everything' }, {}, [
    'service',
    'region',
    'channel',
    'month',
  ])
  return indicatorObjects(rows)
}

async function holds(installation: Installation, kept: Kept, more = 0): Promise<void> {
  const { audit_log: records = 0, ...rows } = kept.rows
  expect(await rowsOf(installation, Object.keys(rows))).toEqual(rows)
  expect(await rowsOf(installation, ['audit_log'])).toEqual({ audit_log: records + more })
  expect(await verifyAudit(installation.db, [kept.audit])).toMatchObject({ ok: true, rows: records + more })
  expect(await indicatorsOf(installation)).toMatchObject(kept.indicators)
}

describe.each(keptNames)('an installation made by the code of %s, opened by the code of today', (name) => {
  const kept = readKept(name)
  let installation: Installation
  beforeAll(async () => {
    unpack(name, join(folder, name))
    installation = await openInstallation(configOf(name), silentLog())
  })
  afterAll(() => installation?.close())

  test('has run every step, and has every row, figure and record of the audit', async () => {
    const { pool, ch } = installation
    const ran = await pool.query<{ name: string }>('SELECT name FROM migrations')
    expect(ran.rows.map((row) => row.name).toSorted()).toEqual(migrations.map((one) => one.name).toSorted())
    const steps = await ch.query<{ name: string }>('SELECT DISTINCT name FROM schema_steps')
    expect(steps.map((step) => step.name).toSorted()).toEqual(schemaSteps.map((step) => step.name).toSorted())
    await holds(installation, kept)
  })

  test('has the schema of a new installation, column by column', async () => {
    expect(await schemaOf(installation)).toEqual(await schemaOf({ pool: fresh.pool, ch: fresh.clickhouse }))
  })

  test('lets people and machines in as before', async () => {
    const noJobs = { enqueue: () => Promise.resolve(null) } as never
    const app = await buildServer(installation, noJobs, () => undefined)
    const origin = installation.config.publicUrl
    const signIn = (login: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { origin },
        payload: { login, password: kept.password },
      })
    expect((await signIn(kept.plain)).json()).toMatchObject({ session: { user: { login: kept.plain } } })
    const half = await signIn(kept.withFactor)
    expect(half.json()).toMatchObject({ session: null, secondFactor: true })
    const [cookie = ''] = String(half.headers['set-cookie']).split(';')
    const code = new TOTP({ secret: kept.secret }).generate()
    const whole = await app.inject({
      method: 'POST',
      url: '/api/session/second-factor',
      headers: { origin, cookie },
      payload: { code },
    })
    expect(whole.json()).toMatchObject({ session: { user: { login: kept.withFactor } } })
    const authorization = `Bearer ${kept.supplierToken}`
    const packages = await app.inject({ url: '/api/packages', headers: { authorization } })
    expect(packages.json().total).toBeGreaterThan(0)
    await app.close()
  })

  test('is copied and restored', async () => {
    const { config, engines } = installation
    const copy = join(folder, `${name}-copy`)
    const before = await rowsOf(installation, ['audit_log'])
    await takeBackup({ config, engines }, copy)
    const restored = configOf(`${name}-restored`)
    await restoreBackup({ config: restored, log: silentLog() }, copy)
    const again = await openInstallation(restored, silentLog())
    // Signing in, the copy and the restoring stand in the audit, too.
    await holds(again, kept, (before.audit_log ?? 0) - (kept.rows.audit_log ?? 0) + 2)
    await again.close()
    // Both engines are made anew, and a thousand files are written to the disk for sure.
  }, 400_000)
})
