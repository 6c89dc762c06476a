import type { WarningCode } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { lastDayOf } from '../checking/moments.ts'
import { checkSettings } from '../checking/query.ts'
import type { StagedFile } from './stage-file.ts'

/** What is told of rows that are in because they were read loosely; without a code where there was nothing to mend. */
const mendingCodes: readonly (WarningCode | '')[] = ['read_loosely', 'excel_marks', '']

/**
 * Reads the rows set aside once more, loosely: what is certain in them is mended and told, and they go where they would have
 * gone. Files without such rows cost nothing.
 */
export async function mendRows(ch: ClickHouse, files: readonly StagedFile[]): Promise<void> {
  const aside = await ch.query<{ package: number; file: number }>('SELECT DISTINCT package, file FROM stage_bad')
  if (aside.length === 0) return
  const concerned = files.filter((file) => aside.some((one) => one.package === file.package && one.file === file.file))
  const alike = Map.groupBy(concerned, ({ check }) => check?.aside)
  for (const [sql, some] of alike) {
    if (!sql) continue
    const params = {
      packages: some.map((file) => file.package),
      files: some.map(({ file }) => file),
      last_days: some.map(({ date }) => lastDayOf(date)),
    }
    await ch.command(sql.notes, params, checkSettings)
    if (await hasMended(ch, params)) await ch.command(sql.mend, params, checkSettings)
  }
  if (await hasMended(ch)) await leaveMended(ch)
}

const mended = `SELECT package, file, row FROM stage_notes WHERE code IN (${mendingCodes.map((code) => `'${code}'`).join(', ')})`

async function hasMended(ch: ClickHouse, of?: { packages: number[]; files: number[] }): Promise<boolean> {
  const among = of ? `AND has({packages:Array(UInt32)}, package) AND has({files:Array(UInt16)}, file)` : ''
  const found = await ch.query(`${mended} ${among} LIMIT 1`, of ? { packages: of.packages, files: of.files } : {})
  return found.length > 0
}

const leaveMended = (ch: ClickHouse): Promise<void> =>
  ch.command(`ALTER TABLE stage_bad DELETE WHERE (package, file, row) IN (${mended})`, {}, { mutations_sync: '1' })
