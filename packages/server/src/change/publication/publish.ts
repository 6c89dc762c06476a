import type { Publication } from '@otklik/model/change/api'
import { PUBLICATION, PUBLICATION_REFUSALS, type PublicationEvent } from '@otklik/model/change/problems'
import { type Actor, type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import { openMasker } from '../masking/masker.ts'
import { findProblem } from '../pains/record.ts'
import { notPublished } from '../problems.ts'

export interface Told {
  readonly said: string
  readonly done: string
}

export async function readPublication(db: Db, id: number, who: Actor): Promise<Publication | null> {
  await findProblem(db, id, who)
  const row = await db.selectFrom('change_publications').selectAll().where('problem_id', '=', id).executeTakeFirst()
  return row === undefined ? null : { said: row.said, done: row.done, by: row.by, at: row.at.toISOString() }
}

/** Puts a problem on the public page, or says it better there: an act of its own, never a consequence (003, п. 4.4). */
export async function publishProblem(db: Db, id: number, told: Told, caller: Caller): Promise<Publication> {
  const { who, from, at } = caller
  const text = { said: storable(told.said).trim(), done: storable(told.done).trim() }
  const mask = await openMasker()
  const personal = mask(`${text.said}\n${text.done}`).found.length > 0
  return db.transaction().execute(async (tx) => {
    const answered = await isAnswered(tx, id, who)
    await requireMove(tx, id, 'publish', { worded: text.said !== '' && text.done !== '', personal, answered })
    const row = { ...text, by: displayName(who), at }
    await tx
      .insertInto('change_publications')
      .values({ problem_id: id, ...row })
      .onConflict((conflict) => conflict.column('problem_id').doUpdateSet(row))
      .execute()
    await recordAudit(tx, { who, what: 'problem.published', subject: `problem:${id}`, after: text, from, at })
    return { ...row, at: at.toISOString() }
  })
}

export async function withdrawProblem(db: Db, id: number, { who, from, at }: Caller): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await findProblem(tx, id, who)
    await requireMove(tx, id, 'withdraw', { worded: true, personal: false, answered: true })
    await tx.deleteFrom('change_publications').where('problem_id', '=', id).execute()
    await recordAudit(tx, { who, what: 'problem.withdrawn', subject: `problem:${id}`, from, at })
  })
}

/** A measure is approved or further, or it is said why nothing can be done. */
async function isAnswered(tx: Tx, id: number, who: Actor): Promise<boolean> {
  const { state, reason } = await findProblem(tx, id, who)
  if (state === 'declined' && reason !== null) return true
  const approved = await tx
    .selectFrom('change_measures as m')
    .innerJoin('change_measure_problems as l', 'l.measure_id', 'm.id')
    .select('m.id')
    .where('l.problem_id', '=', id)
    .where('m.state', 'in', ['approved', 'in_work', 'done', 'verified'])
    .executeTakeFirst()
  return approved !== undefined
}

const HIDDEN = 'На общедоступной странице этой проблемы нет. Обновите страницу.'

type Facts = Parameters<typeof PUBLICATION.next>[2]

async function requireMove(tx: Tx, id: number, event: PublicationEvent, facts: Facts): Promise<void> {
  const row = await tx
    .selectFrom('change_publications')
    .select('problem_id')
    .where('problem_id', '=', id)
    .executeTakeFirst()
  const outcome = PUBLICATION.next(event, row === undefined ? 'hidden' : 'published', facts)
  if ('to' in outcome) return
  const { refused } = outcome
  throw problem(notPublished, refused === 'state' ? HIDDEN : PUBLICATION_REFUSALS[refused])
}
