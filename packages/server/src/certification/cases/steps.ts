import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { saveNotice as saveRoute, sendNotice as sendRoute } from '@otklik/model/certification/api'
import { dayOf } from '@otklik/model/days'
import { bySystem, type Caller, displayName, nameOf } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { keepFiles } from '../documents/keep.ts'
import { newCode, nextNumber } from '../documents/number.ts'
import { stepRefused } from '../problems.ts'
import { moveCase } from './lifecycle.ts'
import { noticeOf } from './notice-paper.ts'
import { caseOf, type DescribedCase, lockCase } from './rows.ts'
import { EVERYTHING } from '@otklik/model/access'

/** Names the day on which the certificate ends, and what else the notice says (Правила, пункт 35). */
export const saveNotice = (
  db: Db,
  id: number,
  given: BodyOf<typeof saveRoute>,
  caller: Caller<Principal>,
): Promise<void> => {
  const notice = { endsOn: given.endsOn, text: storable(given.text).trim() }
  const drafted = { drafted_by: displayName(caller.who), drafted_who: nameOf(caller.who) }
  return db.transaction().execute(async (tx) => {
    const { state, valid_to } = await lockCase(tx, id, caller.who)
    const today = dayOf(caller.at)
    if (notice.endsOn < today || notice.endsOn > (valid_to ?? notice.endsOn))
      throw badField('endsOn', 'Назовите день не раньше сегодняшнего и не позже последнего дня сертификата.')
    await moveCase(
      tx,
      id,
      {
        event: state === 'opened' ? 'draft' : 'edit',
        what: 'critical_case.drafted',
        change: { notice: JSON.stringify(notice), ...drafted },
        after: notice,
      },
      caller,
    )
  })
}

/** Signs the notice: it gets its number, and from the day it names the certificate holds no more (пункты 34, 35 г). */
export const signNotice = (db: Db, id: number, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute((tx) =>
    moveCase(
      tx,
      id,
      {
        event: 'sign',
        what: 'critical_case.signed',
        change: { signed_at: caller.at, signed_by: displayName(caller.who) },
        also: (inner, row) => issueNotice(inner, row, caller.at),
      },
      caller,
    ),
  )

async function issueNotice(tx: Tx, row: DescribedCase, at: Date): Promise<void> {
  const dated = dayOf(at)
  const year = Number(dated.slice(0, 4))
  const { procedure_id, object_id, level, document_id } = row
  const { id } = await tx
    .insertInto('certification_documents')
    .values({
      procedure_id,
      object_id,
      type: 'notice',
      year,
      dated,
      code: newCode(),
      ...(await nextNumber(tx, 'notice', year)),
      level,
      equal_repeats: 0,
      made_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('certification_cases').set({ notice_id: id }).where('id', '=', row.id).execute()
  const ended = { ended_on: row.notice?.endsOn ?? dated }
  await tx.updateTable('certification_documents').set(ended).where('id', '=', document_id).execute()
}

/** Notes to whom the notice went and keeps its files as they were sent; a certificate whose day has come ends. */
export async function sendNotice(
  db: Db,
  id: number,
  given: BodyOf<typeof sendRoute>,
  caller: Caller<Principal>,
): Promise<void> {
  const sending = { to: tidy(given.to), letter: tidy(given.letter) }
  if (sending.to === '') throw badField('to', 'Напишите, кому направлено уведомление.')
  if (sending.letter === '') throw badField('letter', 'Напишите дату и номер сопроводительного письма.')
  await db.transaction().execute((tx) =>
    moveCase(
      tx,
      id,
      {
        event: 'send',
        what: 'critical_case.sent',
        change: { sent_at: caller.at, sending: JSON.stringify(sending) },
        after: sending,
        also: (inner, row) => keepNotice(inner, row, caller.at),
      },
      caller,
    ),
  )
  await endIfDue(db, id, caller.at)
}

async function keepNotice(tx: Tx, { notice_id }: DescribedCase, at: Date): Promise<void> {
  const paper = notice_id === null ? undefined : await noticeOf(tx, notice_id)
  if (notice_id === null || paper === undefined)
    throw problem(stepRefused, 'Уведомление не составлено: направлять нечего.')
  await keepFiles(tx, notice_id, paper, at)
  await tx.updateTable('certification_documents').set({ sent_at: at }).where('id', '=', notice_id).execute()
}

export const closeCase = (db: Db, id: number, given: string, caller: Caller<Principal>): Promise<void> => {
  const reason = storable(given).trim()
  const change = { closed_at: caller.at, closed_by: displayName(caller.who), closed_reason: reason }
  return db
    .transaction()
    .execute((tx) =>
      moveCase(tx, id, { event: 'close', what: 'critical_case.closed', reason, change, after: { reason } }, caller),
    )
}

/** Ends the certificates whose notices were sent and whose day has come; the single list shows no term of theirs any more. */
export async function endDueCertificates(db: Db, at: Date): Promise<number> {
  const due = await db
    .selectFrom('certification_cases')
    .select('id')
    .where('state', '=', 'signed')
    .where('sent_at', 'is not', null)
    .execute()
  let ended = 0
  for (const { id } of due) if (await endIfDue(db, id, at)) ended++
  return ended
}

async function endIfDue(db: Db, id: number, at: Date): Promise<boolean> {
  const { notice, state } = await caseOf(db, id, EVERYTHING)
  if (state !== 'signed' || notice?.endsOn == null || notice.endsOn > dayOf(at)) return false
  await db.transaction().execute((tx) =>
    moveCase(
      tx,
      id,
      {
        event: 'end',
        what: 'critical_case.ended',
        change: { ended_on: notice.endsOn },
        after: { endedOn: notice.endsOn },
        also: async (inner, { object_id, valid_to }) => {
          await inner
            .updateTable('certification_objects')
            .set((the) => ({ valid_from: null, valid_to: null, version: the('version', '+', 1) }))
            .where('id', '=', object_id)
            .where('valid_to', '=', valid_to)
            .execute()
        },
      },
      bySystem(at),
    ),
  )
  return true
}
