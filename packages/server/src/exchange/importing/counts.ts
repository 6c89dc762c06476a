import { type Kind, kinds } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'

/** Rows of a file by what became of them. */
export interface Counts {
  readonly accepted: number
  readonly quarantined: number
  readonly dropped: number
}
const stageOf: Readonly<Record<Kind, string>> = {
  requests: 'stage_requests',
  events: 'stage_events',
  wide: 'stage_requests',
  payments: 'stage_payments',
  ratings: 'stage_ratings',
  complaints: 'stage_complaints',
  services: 'stage_services',
}
const tables = [...new Set(kinds.map((kind) => stageOf[kind]))]
const byFile = (table: string): string =>
  `SELECT '${table}' AS stage, package, file, toUInt64(count()) AS rows FROM ${table} GROUP BY package, file`
/** Rows that repeat the one before them, noted before they were taken out. */
const sameRows = `SELECT 'same' AS stage, package, file, toUInt64(count()) AS rows FROM stage_notes WHERE code = 'duplicate_row' GROUP BY package, file`
const query = [...[...tables, 'stage_bad', 'stage_repeats'].map(byFile), sameRows].join(' UNION ALL ')

/** Counts the rows of every file in the staging area. @returns by «package.file». */
export async function countRows(
  ch: ClickHouse,
): Promise<(at: { package: number; file: number; kind: Kind }) => Counts> {
  const rows = await ch.query<{ stage: string; package: number; file: number; rows: number }>(query)
  const found = new Map(rows.map((row) => [`${row.stage} ${row.package}.${row.file}`, row.rows]))
  return ({ package: id, file, kind }) => {
    const of = (stage: string) => found.get(`${stage} ${id}.${file}`) ?? 0
    // A repeated event of a wide row is dropped from the row, not the row.
    const dropped = of('same') + (kind === 'events' ? of('stage_repeats') : 0)
    return { accepted: of(stageOf[kind]), quarantined: of('stage_bad'), dropped }
  }
}
