import { sql } from 'kysely'
import { type Caller, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { codedOtherwise, codingGone } from '../problems.ts'

/** The last coding of this person that is not undone yet. */
export const lastCoding = (db: Db, who: string) =>
  db
    .selectFrom('change_codings as c')
    .innerJoin('change_statements as s', 's.id', 'c.statement_id')
    .select(['c.id', 'c.statement_id', 'c.blind', 'c.before', 's.text', 's.coder_who', 's.second_who'])
    .where('c.who', '=', who)
    .where('c.undone', '=', false)
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Takes the caller's last coding back, of the copies too; refused where somebody has coded the text since. */
export async function undoCoding(db: Db, caller: Caller): Promise<{ statement: number }> {
  const { who, from, at } = caller
  const me = nameOf(who)
  return db.transaction().execute(async (tx) => {
    const last = await lastCoding(tx, me)
    if (last === undefined) throw problem(codingGone)
    if ((last.blind ? last.second_who : last.coder_who) !== me) throw problem(codedOtherwise)
    if (last.blind)
      await tx
        .updateTable('change_statements')
        .set({ second_codes: null, second_coder: null, second_who: null })
        .where('id', '=', last.statement_id)
        .execute()
    else
      await sql`
        UPDATE change_statements AS s SET coder = b.coder, coder_who = b."coderWho",
          codes = CASE WHEN jsonb_typeof(b.codes) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(b.codes)) END
        FROM jsonb_to_recordset(${JSON.stringify(last.before)}::jsonb)
          AS b(id int, codes jsonb, coder text, "coderWho" text)
        WHERE s.id = b.id AND s.coder_who = ${me}`.execute(tx)
    await tx.updateTable('change_codings').set({ undone: true }).where('id', '=', last.id).execute()
    const subject = `statement:${last.statement_id}`
    await recordAudit(tx, { who, what: 'coding.undone', subject, from, at })
    return { statement: last.statement_id }
  })
}
