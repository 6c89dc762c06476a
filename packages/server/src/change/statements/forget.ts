import type { Source } from '@otklik/model/change'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'

/**
 * Forgets what was said, at once and in the transaction of whoever withdraws or erases it: text, search words, quotes and the
 * number of the request. What was coded or filtered goes on being counted without its text; the rest is gone.
 * @param keys as the source handed the texts over.
 */
export async function forgetStatements(tx: Tx, source: Source, keys: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('change_statements')
    .select(['id', 'codes', 'filtered'])
    .where('source', '=', source)
    .where(sql<boolean>`key = ANY(${[...keys]}::text[])`)
    .forUpdate()
    .execute()
  const counted = rows.filter(({ codes, filtered }) => codes !== null || filtered !== null)
  const ids = counted.map(({ id }) => id)
  await unquote(tx, ids)
  await sql`UPDATE change_statements SET text = '', stems = ' ', request = null, twin = -id
    WHERE id = ANY(${ids}::int[])`.execute(tx)
  await remove(
    tx,
    rows.filter((row) => !counted.includes(row)).map(({ id }) => id),
  )
}

/** Statements of a batch that was withdrawn, or of those keys that it no longer has: as if they had never been said. */
export async function withdrawStatements(
  db: Db,
  { source, batch }: { readonly source: Source; readonly batch: string },
  left: readonly string[],
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('change_statements')
      .select('id')
      .where('source', '=', source)
      .where('batch', '=', batch)
      .where(sql<boolean>`NOT key = ANY(${[...left]}::text[])`)
      .forUpdate()
      .execute()
    await remove(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.length
  })
}

const unquote = (tx: Tx, ids: readonly number[]) =>
  sql`DELETE FROM change_quotes WHERE statement_id = ANY(${[...ids]}::int[])`.execute(tx)

async function remove(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await unquote(tx, ids)
  await sql`DELETE FROM change_codings WHERE statement_id = ANY(${[...ids]}::int[])`.execute(tx)
  await sql`DELETE FROM change_statements WHERE id = ANY(${[...ids]}::int[])`.execute(tx)
}
