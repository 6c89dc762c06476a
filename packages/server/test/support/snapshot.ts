import { REQUEST_COUNTS } from '@otklik/model/indicators'
import { scratchTableNames, stageTableNames } from '../../src/exchange/staging/tables.ts'
import { unfinishedPackages } from '../../src/exchange/index.ts'
import { factColumns } from '../../src/facts/index.ts'
import type { ClickHouse } from '../../src/platform/clickhouse/client.ts'
import type { Db } from '../../src/platform/postgres/open.ts'

const facts = Object.keys(factColumns)
/** Tables whose rows are what they are after merging. */
const states = ['request_current', 'request_state', 'request_months']
const cubeKey = 'month, service_id, subservice_id, region, office, channel'
const cubeSums = [...REQUEST_COUNTS.map(({ column }) => column), 'ratings', 'rating_sum', 'rating_squares']
  .map((column) => `sum(${column})`)
  .join(', ')

/**
 * Everything that an import leaves behind, told so that two installations with the same packages tell the same:
 * facts and state by number of rows and a hash over all of them, the cube and the ledger in full.
 * @param numbered without, the numbers of the packages don't matter, only their order.
 */
export async function snapshot(db: Db, ch: ClickHouse, { numbered = true } = {}) {
  const packages = await db
    .selectFrom('exchange_packages')
    .select(['id', 'supplier', 'date', 'name', 'state', 'phase', 'rows', 'receipt', 'failure'])
    .orderBy('id')
    .execute()
  const files = await db.selectFrom('exchange_files').selectAll().orderBy('package').orderBy('file').execute()
  const bare = <T extends object>(rows: readonly T[]) =>
    numbered ? rows : rows.map((row) => ({ ...row, id: undefined, package: undefined }))
  return {
    packages: bare(packages),
    files: bare(files),
    facts: await sums(ch, facts, '', numbered ? '*' : '* EXCEPT (package)'),
    state: await sums(ch, states, 'FINAL', numbered ? '*' : "* EXCEPT ('version')"),
    cube: await ch.query(`SELECT ${cubeKey}, ${cubeSums} FROM cube GROUP BY ${cubeKey} ORDER BY ${cubeKey}`),
    unfinished: await unfinishedPackages(db),
    staged: await staged(ch),
  }
}

async function sums(ch: ClickHouse, tables: readonly string[], final: string, columns: string) {
  const one = (table: string) =>
    `SELECT '${table}' AS name, count() AS rows, toString(sum(cityHash64(${columns}))) AS hash FROM ${table} ${final}`
  return ch.query(`SELECT * FROM (${tables.map(one).join(' UNION ALL ')}) ORDER BY name`)
}

/** Staging tables that still hold rows. */
export async function staged(ch: ClickHouse): Promise<string[]> {
  const one = (table: string) => `SELECT '${table}' AS name FROM ${table} HAVING count() > 0`
  const rows = await ch.query<{ name: string }>([...stageTableNames, ...scratchTableNames].map(one).join(' UNION ALL '))
  return rows.map(({ name }) => name).toSorted()
}

/** Takes everything that came through packages out of both stores; package numbers begin anew. */
export async function empty({
  pool,
  ch,
}: {
  pool: { query(sql: string): Promise<unknown> }
  ch: ClickHouse
}): Promise<void> {
  await pool.query('TRUNCATE exchange_packages, exchange_files, exchange_counts, exchange_findings RESTART IDENTITY')
  const tables = [...facts, ...states, 'cube', 'cube_next', ...stageTableNames, ...scratchTableNames]
  await Promise.all(tables.map((table) => ch.command(`TRUNCATE TABLE ${table}`)))
}
