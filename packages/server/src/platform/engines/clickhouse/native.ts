import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { tryResolveLibchdb } from 'chdb/libchdb'

/** The part of the addon that the package's own face does not offer: an INSERT that tells how many rows it wrote. */
interface Addon {
  InsertRawAsyncConnection(
    connection: unknown,
    sql: string,
    body: Buffer,
    lines: boolean,
  ): Promise<{ rowsWritten: number }>
}

let addon: Addon | undefined

/** Runs a whole INSERT statement (nothing follows it) and tells the rows it wrote. */
export async function insertCounted(connection: unknown, sql: string): Promise<number> {
  addon ??= load()
  const { rowsWritten } = await addon.InsertRawAsyncConnection(connection, sql, Buffer.alloc(0), false)
  return rowsWritten
}

function load(): Addon {
  const library = tryResolveLibchdb()
  if (!library) throw new Error('chdb library not found')
  return createRequire(import.meta.url)(join(dirname(library.path), 'chdb_node.node'))
}
