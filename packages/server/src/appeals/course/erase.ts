import { dropFiles } from '../../files/index.ts'
import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { sql } from 'kysely'

/** Of the statutory kinds: so long the law has the papers kept; from memory, to be checked. */
const YEARS_KEPT = 5

/** Takes away what is personal of an appeal, for good; figures and the masked text stay. */
export async function eraseWithin(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('appeals')
    .set({
      original_sealed: null,
      contact_sealed: null,
      contact_key: null,
      answer_sealed: null,
      code_hash: null,
      erased_at: new Date(),
    })
    .where('id', '=', id)
    .execute()
  const files = await tx.deleteFrom('appeals_files').where('appeal_id', '=', id).returning('file_id').execute()
  await dropFiles(tx, [...new Set(files.map(({ file_id }) => file_id))])
}

const DAY_MS = 86_400_000
const ASIDE_DAYS = 30

/** Rows set aside are there to be corrected soon; later they are personal data that nobody needs. */
export async function dropSetAside(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('appeals_set_aside')
    .where('load_id', 'in', (loads) =>
      loads
        .selectFrom('appeals_loads')
        .select('id')
        .where('finished_at', '<', new Date(now.getTime() - ASIDE_DAYS * DAY_MS)),
    )
    .execute()
}

/** Erases what is due: reviews and answers to surveys when they are closed, the statutory kinds after five years. */
export async function eraseDue(db: Db, today: string): Promise<number> {
  const kept = `${Number(today.slice(0, 4)) - YEARS_KEPT}${today.slice(4)}`
  const due = await db
    .selectFrom('appeals')
    .select('id')
    .where('erased_at', 'is', null)
    .where('closed', 'is not', null)
    .where(sql<boolean>`(num_nonnulls(original_sealed, contact_sealed, answer_sealed) > 0
        OR EXISTS (SELECT FROM appeals_files AS f WHERE f.appeal_id = appeals.id))`)
    .where(
      sql<boolean>`CASE WHEN kind = 'review' OR source = 'survey' THEN closed < ${today} ELSE closed < ${kept} END`,
    )
    .orderBy('id')
    .execute()
  for (const { id } of due) await eraseOne(db, id)
  return due.length
}

const eraseOne = (db: Db, id: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await eraseWithin(tx, id)
    await recordAudit(tx, { ...bySystem(), what: 'appeal.erased', subject: `appeal:${id}` })
  })
