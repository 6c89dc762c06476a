import { groupsOf } from '@otklik/model/change/duplicates'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** So many of the latest texts are compared with one another. */
const MOST = 100_000

/** Marks texts that say the same, each with the first of them: they are coded together and counted one by one. */
export async function markTwins(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('change_statements')
    .select(['id', 'text', 'twin'])
    .where('text', '!=', '')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  rows.reverse()
  const groups = groupsOf(rows.map(({ text }) => text))
  const changed = rows.flatMap(({ id, twin }, at) => {
    const next = rows[groups[at] ?? at]?.id ?? id
    return next === twin ? [] : [{ id, twin: next }]
  })
  const [ids, twins] = [changed.map(({ id }) => id), changed.map(({ twin }) => twin)]
  await sql`UPDATE change_statements AS s SET twin = n.twin
    FROM unnest(${ids}::int[], ${twins}::int[]) AS n(id, twin) WHERE s.id = n.id`.execute(db)
  await sql`UPDATE change_statements SET twin = id WHERE twin = 0`.execute(db)
}
