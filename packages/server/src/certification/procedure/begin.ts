import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { ObjectKind } from '@otklik/model/certification'
import type { beginProcedure as route, CountedFacts } from '@otklik/model/certification/api'
import {
  beginningOf,
  type MassList,
  OBJECT_PROCEDURE,
  receptionApplies,
  type SheetResult,
} from '@otklik/model/certification/procedure'
import { type Part, schemeOf } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import { step } from '@otklik/model/processes'
import { type Caller, displayName, nameOf, recordAudit, SYSTEM } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { mayNotBegin, notInYear, procedureOpen, stepRefused } from '../problems.ts'
import { beforeOf } from './before.ts'
import { aboutOf } from './facts.ts'
import { subjectOf } from './lifecycle.ts'
import { requireCentre } from './rows.ts'
import { admittedEntry } from './year-list.ts'

/** What the packages hold of a service; null where nothing of it has come. */
export type CountedOf = (service: string) => Promise<CountedFacts | null>

export type Beginning = BodyOf<typeof route>

/**
 * Begins the certification of an object of the year's approved list, a first one or a repetition (Правила, пункты 17, 30,
 * 31). Sheets that follow from what is known are filled in and signed at once: the reception of an object in no list of
 * mass services, and monitoring where the packages of its service have come. Returns the number of the procedure.
 */
export async function beginProcedure(
  { db, counted }: { db: Db; counted: CountedOf },
  { year, object, mass: given }: Beginning,
  caller: Caller<Principal>,
): Promise<number> {
  requireCentre(caller.who)
  const service = (await admittedEntry(db, year, object))?.service ?? null
  // Asked before the transaction: another store answers.
  const counts = service === null ? null : await counted(service)
  return db.transaction().execute(async (tx) => {
    const entry = await admittedEntry(tx, year, object)
    if (entry === undefined) throw problem(notInYear, year)
    await requireNoneOpen(tx, object)
    const today = dayOf(caller.at)
    const before = await beforeOf(tx, object, entry.facts?.roadMapFailed ?? false)
    const beginning = beginningOf({ kind: entry.kind, year, today }, before)
    if (beginning.refused !== null) throw problem(mayNotBegin, beginning.refused)
    const mass = given ?? (entry.facts?.mass == null ? 'none' : (entry.facts.massList ?? 'federal'))
    const { previous, reason } = beginning
    const row = {
      object_id: object,
      entry_id: entry.id,
      year,
      kind: entry.kind,
      mass,
      state: firstState(caller),
      previous: previous === undefined ? null : JSON.stringify(previous),
      reason,
      begun_at: caller.at,
      begun_by: displayName(caller.who),
    }
    const { id } = await tx.insertInto('certification_procedures').values(row).returning('id').executeTakeFirstOrThrow()
    await signKnownSheets(tx, { id, kind: entry.kind, mass, counts }, caller.at)
    const { who, from, at } = caller
    const after = { object: entry.name, year, mass, reason, previous }
    await recordAudit(tx, { who, what: 'certification.begun', subject: subjectOf(id), after, from, at })
    return id
  })
}

/** Of two who begin at once the second waits for the first. */
async function requireNoneOpen(tx: Tx, object: number): Promise<void> {
  await sql`SELECT FROM certification_objects WHERE id = ${object} FOR UPDATE`.execute(tx)
  const open = await tx
    .selectFrom('certification_procedures')
    .select('id')
    .where('object_id', '=', object)
    .where('state', 'in', ['assessing', 'on_review', 'fixed'])
    .executeTakeFirst()
  if (open !== undefined) throw problem(procedureOpen, open.id)
}

/** The table's first state; its guard holds, for the list was approved. */
function firstState({ who, at }: Caller): 'assessing' {
  const about = {
    row: { kind: 'internal', submitted_who: null, submitted_hash: null },
    sheets: [],
    requests: [],
  } as const
  const outcome = step(OBJECT_PROCEDURE, 'begin', null, aboutOf(about, who, at))
  if (!('to' in outcome)) throw problem(stepRefused, outcome.message)
  return 'assessing'
}

interface Begun {
  readonly id: number
  readonly kind: ObjectKind
  readonly mass: MassList
  readonly counts: CountedFacts | null
}

async function signKnownSheets(tx: Tx, { id, kind, mass, counts }: Begun, at: Date): Promise<void> {
  const { parts } = schemeOf(kind)
  const known: { part: Part; result: SheetResult; explanation: string; facts: string | null }[] = []
  if (parts.includes('reception') && !receptionApplies(kind, mass))
    known.push({ part: 'reception', result: 'not_applicable', explanation: NOT_MASS, facts: null })
  if (parts.includes('monitoring') && counts !== null && counts.requests + counts.ratings > 0)
    known.push({ part: 'monitoring', result: 'possible', explanation: SEEN, facts: JSON.stringify(counts) })
  if (known.length === 0) return
  const signed = {
    state: 'signed',
    assessor: nameOf('system'),
    assessor_name: SYSTEM,
    signed_at: at,
    signed_by: SYSTEM,
  } as const
  await tx
    .insertInto('certification_sheets')
    .values(known.map((sheet) => ({ procedure_id: id, ...sheet, ...signed })))
    .execute()
}

const NOT_MASS =
  'Объекта нет в федеральном и региональном перечнях МСЗУ: личный приём не оценивается (сноска к п. 17, п. 18).'
const SEEN = 'В системе мониторинга есть статусы заявлений и оценки по услуге объекта (п. 19).'
