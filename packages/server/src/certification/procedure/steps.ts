import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type {
  reportRoadMap as roadMapRoute,
  saveRemarks as remarksRoute,
  sendPapers as sendRoute,
} from '@otklik/model/certification/api'
import { dayOf } from '@otklik/model/days'
import type { ScoreResult } from '@otklik/model/certification/score'
import { type Caller, displayName, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { keepPapers } from '../documents/keep.ts'
import { issueDocuments } from '../documents/issue.ts'
import { stepRefused } from '../problems.ts'
import { keptOf, lapsedParts, sheetsHash } from './facts.ts'
import { levelOf } from './level.ts'
import { moveProcedure, subjectOf } from './lifecycle.ts'
import { type DescribedProcedure, lockForCentre, lockProcedure } from './rows.ts'

/** Hands the level on for review (Правила, пункт 20): from now on no sheet changes. */
export const submitLevel = (db: Db, id: number, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const kept = await keptOf(tx, await lockForCentre(tx, id, caller.who))
    const change = {
      submitted_at: caller.at,
      submitted_by: displayName(caller.who),
      submitted_who: nameOf(caller.who),
      submitted_hash: sheetsHash(kept.sheets, lapsedParts(kept.requests, dayOf(caller.at))),
    }
    const level = levelOf(kept, caller.at)?.level ?? null
    await moveProcedure(
      tx,
      id,
      { event: 'submit', what: 'certification.submitted', change: () => change, after: { level } },
      caller,
    )
  })

export const returnLevel = (db: Db, id: number, given: string, caller: Caller<Principal>): Promise<void> => {
  const reason = storable(given).trim()
  const change = {
    returned_at: caller.at,
    returned_by: displayName(caller.who),
    returned_reason: reason,
    submitted_hash: null,
  }
  return db
    .transaction()
    .execute((tx) =>
      moveProcedure(
        tx,
        id,
        { event: 'return', what: 'certification.returned', given: { reason }, change: () => change, after: { reason } },
        caller,
      ),
    )
}

/**
 * Fixes the level (пункт 17 д): that day the certification is completed, the papers that follow are made with their
 * numbers and days, and the single list gets the level and the term (пункт 27).
 */
export const fixLevel = (db: Db, id: number, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const kept = await keptOf(tx, await lockForCentre(tx, id, caller.who))
    // In a state that lets the level be fixed every part has its result.
    const score = levelOf(kept, caller.at)
    const fixed = score?.refused === null ? score : undefined
    const change = { fixed_at: caller.at, fixed_by: displayName(caller.who), score: JSON.stringify(fixed ?? null) }
    await moveProcedure(
      tx,
      id,
      {
        event: 'fix',
        what: 'certification.fixed',
        change: () => change,
        after: { level: fixed?.level, reasons: fixed?.reasons },
        also: async (inner) => issueDocuments(inner, kept, requireScore(fixed), caller),
      },
      caller,
    )
  })

function requireScore(score: ScoreResult | undefined): ScoreResult {
  if (score === undefined)
    throw problem(stepRefused, 'Уровень определить нельзя: прежняя дорожная карта не реализована (п. 31).')
  return score
}

export type Sent = BodyOf<typeof sendRoute>

/** Notes to whom the papers went, and keeps their files as they were sent (пункт 25). */
export const sendPapers = (
  { db, publicUrl }: { db: Db; publicUrl: string },
  id: number,
  given: Sent,
  caller: Caller<Principal>,
): Promise<void> => {
  const sending = { to: tidy(given.to), responsible: tidy(given.responsible), letter: tidy(given.letter) }
  if (sending.letter === '') throw badField('letter', 'Напишите дату и номер сопроводительного письма.')
  const addressees = sending.to !== '' && sending.responsible !== ''
  const change = { sent_at: caller.at, sent_by: displayName(caller.who), sending: JSON.stringify(sending) }
  return db.transaction().execute((tx) =>
    moveProcedure(
      tx,
      id,
      {
        event: 'send',
        what: 'certification.sent',
        given: { addressees },
        change: () => change,
        after: sending,
        also: async (inner, row) => keepPapers(inner, { procedure: row.id, publicUrl }, caller.at),
      },
      caller,
    ),
  )
}

export const excludeObject = (db: Db, id: number, given: string, caller: Caller<Principal>): Promise<void> => {
  const reason = storable(given).trim()
  const change = { excluded_at: caller.at, excluded_by: displayName(caller.who), excluded_reason: reason }
  return db.transaction().execute((tx) =>
    moveProcedure(
      tx,
      id,
      {
        event: 'exclude',
        what: 'certification.excluded',
        given: { reason },
        change: () => change,
        after: { reason },
      },
      caller,
    ),
  )
}

/** What the conclusion recommends (пункт 24 ж); until the level is fixed. */
export const saveRemarks = (
  db: Db,
  id: number,
  { remarks: given }: BodyOf<typeof remarksRoute>,
  { who, from, at }: Caller<Principal>,
): Promise<void> => {
  const remarks = given.map(({ kind, text }) => ({ kind, text: storable(text).trim() }))
  const empty = remarks.findIndex(({ text }) => text === '')
  if (empty >= 0) throw badField(`remarks.${empty}.text`, 'Напишите замечание или уберите строку.')
  return db.transaction().execute(async (tx) => {
    const row = await lockForCentre(tx, id, who)
    if (row.state !== 'assessing' && row.state !== 'on_review')
      throw problem(stepRefused, 'Документы уже составлены: замечания больше не изменить.')
    await tx
      .updateTable('certification_procedures')
      .set({ remarks: JSON.stringify(remarks) })
      .where('id', '=', id)
      .execute()
    const told = { before: row.remarks, after: remarks }
    await recordAudit(tx, { who, what: 'certification.remarked', subject: subjectOf(id), ...told, from, at })
  })
}

/** The responsible person presents the road map as carried out: what a repetition after a middle level builds on (пункт 31). */
export const reportRoadMap = (
  db: Db,
  id: number,
  { day, evidence: given }: BodyOf<typeof roadMapRoute>,
  { who, from, at }: Caller<Principal>,
): Promise<void> => {
  const evidence = storable(given).trim()
  return db.transaction().execute(async (tx) => {
    const row = await lockProcedure(tx, id, who)
    if (evidence === '') throw badField('evidence', 'Напишите, чем подтверждено выполнение.')
    if (day > dayOf(at)) throw badField('day', 'Карта не может быть реализована в будущем.')
    requireRoadMap(row, day)
    const change = { road_map_day: day, road_map_evidence: evidence, road_map_by: displayName(who) }
    await tx.updateTable('certification_procedures').set(change).where('id', '=', id).execute()
    const told = { before: row.road_map_day, after: { day, evidence } }
    await recordAudit(tx, { who, what: 'certification.road_map_done', subject: subjectOf(id), ...told, from, at })
  })
}

function requireRoadMap({ state, score, sent_at }: DescribedProcedure, day: string): void {
  if (state !== 'sent' || sent_at === null || score?.conclusion !== true)
    throw problem(stepRefused, 'Дорожную карту представляют по направленному заключению (п. 26), а его ещё нет.')
  if (day < dayOf(sent_at)) throw badField('day', 'Карта не может быть реализована раньше, чем направлено заключение.')
}
