import type { WarningCode } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { lastDayOf } from '../checking/moments.ts'
import { type AsideSql, checkSettings } from '../checking/query.ts'
import type { StagedFile } from './stage-file.ts'

/** What is told of rows that are in because they were read loosely; without a code where there was nothing to mend. */
const mendingCodes: readonly (WarningCode | '')[] = ['read_loosely', 'excel_marks', '']

/**
 * Reads the rows set aside once more, loosely: what is certain in them is mended and told, and they go where they would have
 * gone. Files without such rows cost nothing.
 */
export async function mendRows(ch: ClickHouse, files: readonly StagedFile[]): Promise<void> {
  const aside = await filesIn(ch, 'stage_bad')
  if (aside.size === 0) return
  const concerned = files.filter((file) => aside.has(keyOf(file)))
  for (const [sql, some] of alike(concerned)) await ch.command(sql.notes, paramsOf(some), checkSettings)
  const mended = await filesIn(ch, `(${mendedRows})`)
  if (mended.size === 0) return
  for (const [sql, some] of alike(concerned.filter((file) => mended.has(keyOf(file)))))
    await ch.command(sql.mend, paramsOf(some), checkSettings)
  const where = `(package, file, row) IN (${mendedRows})`
  await ch.command(`ALTER TABLE stage_bad DELETE WHERE ${where}`, {}, { mutations_sync: '1' })
}

const mendedRows = `SELECT package, file, row FROM stage_notes WHERE code IN (${mendingCodes.map((code) => `'${code}'`).join(', ')})`

const keyOf = ({ package: id, file }: Pick<StagedFile, 'package' | 'file'>): string => `${id}/${file}`

async function filesIn(ch: ClickHouse, rows: string): Promise<Set<string>> {
  const found = await ch.query<{ package: number; file: number }>(`SELECT DISTINCT package, file FROM ${rows}`)
  return new Set(found.map(keyOf))
}

/** Files laid out alike are read by one statement. */
const alike = (files: readonly StagedFile[]): [AsideSql, readonly StagedFile[]][] =>
  [...Map.groupBy(files, ({ check }) => check?.aside.issues).values()].flatMap((some) => {
    const sql = some[0]?.check?.aside
    return sql ? [[sql, some]] : []
  })

const paramsOf = (files: readonly StagedFile[]) => ({
  packages: files.map((file) => file.package),
  files: files.map(({ file }) => file),
  last_days: files.map(({ date }) => lastDayOf(date)),
})
