import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testInstallation } from '../../test/support/installation.ts'
import { openClickHouse } from '../platform/clickhouse/client.ts'
import { readConfig } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'
import { restoreBackup, takeBackup } from './index.ts'

const installation = testInstallation()
const folder = mkdtempSync(join(tmpdir(), 'otklik-outside-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const configOf = (database: string, dataDir: string) => {
  const url = new URL(installation.databaseUrl)
  url.pathname = `/${database}`
  return readConfig({
    OTKLIK_DATA: join(folder, dataDir),
    DATABASE_URL: url.toString(),
    CLICKHOUSE_URL: installation.clickhouseUrl,
    CLICKHOUSE_DATABASE: database,
  })
}

test('engines of one’s own are copied and filled by their addresses, and tables in them are left alone', async () => {
  const { databaseUrl, clickhouseUrl, clickhouse, pool, send, dataDir } = installation
  await send({ 'requests.csv': 'request_id;service_id;submission_channel;region\n1;100;ЕПГУ;31\n' })
  const config = { dataDir, auditAnchor: undefined, clickhouseDatabase: clickhouse.database }
  const seen: number[] = []
  const report = ({ bytes, total }: { bytes: number; total: number }) => void seen.push(bytes / total)
  const copy = join(folder, 'copy')
  const manifest = await takeBackup({ config, engines: { databaseUrl, clickhouseUrl }, report }, copy)
  expect(Math.max(...seen)).toBeLessThanOrEqual(1)

  const own = configOf(clickhouse.database, 'taken')
  await expect(restoreBackup({ config: own, log: silentLog() }, copy)).rejects.toThrow('уже есть таблицы')
  expect(readdirSync(join(folder, 'taken'))).toEqual([])

  const name = `${clickhouse.database}_again`
  await pool.query(`CREATE DATABASE ${name}`)
  const again = openClickHouse(clickhouseUrl, name)
  try {
    await restoreBackup({ config: configOf(name, 'restored'), log: silentLog() }, copy)
    const ask = 'SELECT request_id, region FROM requests'
    expect(await again.query(ask)).toEqual(await clickhouse.query(ask))
    expect(manifest.facts).toContainEqual({ name: 'requests', rows: 1 })
    expect(readdirSync(join(folder, 'restored')).toSorted()).toEqual(['audit', 'files'])
  } finally {
    await again.dropDatabase()
    await again.close()
    await pool.query(`DROP DATABASE ${name} WITH (FORCE)`)
  }
})
