import { kindRules } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { factOf } from '../staging/tables.ts'
import type { KnownFile } from './taken-in.ts'

/**
 * Whether rows that came after a file, in the store or in the staging area, have a key of its rows. Keys are compared by
 * their hashes: two alike would have the file read once more, which changes nothing.
 */
export async function isOvertaken(ch: ClickHouse, { package: id, file, kind }: KnownFile): Promise<boolean> {
  const table = factOf[kind]
  const hash = `cityHash64(${kindRules[kind].key.join(', ')})`
  const hashes = (where: string) =>
    [table, `stage_${table}`].map((one) => `SELECT ${hash} AS hash FROM ${one} WHERE ${where}`).join(' UNION ALL ')
  const found = await ch.query(
    `SELECT 1 AS overtaken FROM (${hashes('(package, file) > ({package:UInt32}, {file:UInt16})')})
     WHERE hash IN (${hashes('package = {package:UInt32} AND file = {file:UInt16}')}) LIMIT 1`,
    { package: id, file },
  )
  return found.length > 0
}
