import type { Principal } from '@otklik/model/access'
import type { AuditEventName } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { CountedFacts, fillSheet as fillRoute } from '@otklik/model/certification/api'
import { ASSESSMENT, type AssessmentAbout, needsExplanation, resultsOf } from '@otklik/model/certification/procedure'
import { type Part, PARTS, schemeOf } from '@otklik/model/certification/score'
import { refusalMessage } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import { type Actor, type Caller, displayName, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable, tidy, tidyOrNull } from '../../platform/text.ts'
import { sheetChanged, stepRefused } from '../problems.ts'
import type { CountedOf } from './begin.ts'
import { subjectOf } from './lifecycle.ts'
import { type DescribedProcedure, lockForCentre, procedureOf, type SheetRow } from './rows.ts'
import { reachOf } from '@otklik/model/access'
import type { ProcedureTables } from './tables.ts'

type Change = Updateable<ProcedureTables['certification_sheets']>
export type SheetEvent = keyof (typeof ASSESSMENT)['events']
interface Named {
  readonly id: number
  readonly part: Part
}

/** Begins the sheet of a part for whoever asks, or takes a draft over from another assessor (Правила, пункт 17). */
export const takeSheet = (db: Db, { id, part }: Named, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { row, sheet } = await lockSheet(tx, { id, part }, caller.who)
    const assessor = { assessor: nameOf(caller.who), assessor_name: displayName(caller.who) }
    if (sheet?.state === 'draft') {
      requireOpen(row, caller.who)
      await save(tx, { id, part }, { ...assessor, version: sheet.version + 1 })
    } else {
      requireStep('begin', sheet, aboutOf(row, sheet, caller.who))
      await tx
        .insertInto('certification_sheets')
        .values({ procedure_id: id, part, state: 'draft', ...assessor })
        .execute()
    }
    const told = { before: sheet?.assessor_name ?? null, after: { part, assessor: assessor.assessor_name } }
    await tell(tx, id, 'certification.assigned', told, caller)
  })

export type FilledSheet = BodyOf<typeof fillRoute>

/** Keeps what the assessor has found. Of monitoring the facts of the packages are kept beside it. */
export async function fillSheet(
  { db, counted }: { db: Db; counted: CountedOf },
  named: Named,
  body: FilledSheet,
  caller: Caller<Principal>,
): Promise<void> {
  const given = checkedSheet(named.part, body)
  const facts = named.part === 'monitoring' ? await factsOf(db, counted, named.id, caller) : null
  await db.transaction().execute(async (tx) => {
    const { row, sheet } = await lockSheet(tx, named, caller.who)
    requireStep('fill', sheet, aboutOf(row, sheet, caller.who))
    if (sheet?.version !== body.version) throw problem(sheetChanged)
    requireOpen(row, caller.who)
    const { result, explanation, criteria, evidence } = given
    const change = { result, explanation, criteria: JSON.stringify(criteria), evidence: JSON.stringify(evidence) }
    const kept = facts === null ? null : JSON.stringify(facts)
    await save(tx, named, { ...change, facts: kept, version: sheet.version + 1 })
    const told = { before: toldOf(sheet), after: { part: named.part, ...given } }
    await tell(tx, named.id, 'certification.assessed', told, caller)
  })
}

async function factsOf(
  db: Db,
  counted: CountedOf,
  id: number,
  { who }: Caller<Principal>,
): Promise<CountedFacts | null> {
  const { service } = await procedureOf(db, id, reachOf(who))
  return service === null ? null : counted(service)
}

/** From now on the sheet says what it says; only its assessor signs it. */
export const signSheet = (db: Db, named: Named, version: number, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { row, sheet } = await lockSheet(tx, named, caller.who)
    requireStep('sign', sheet, aboutOf(row, sheet, caller.who))
    if (sheet?.version !== version) throw problem(sheetChanged)
    requireOpen(row, caller.who)
    await save(tx, named, { state: 'signed', signed_at: caller.at, signed_by: displayName(caller.who) })
    await tell(
      tx,
      named.id,
      'certification.sheet_signed',
      { after: { part: named.part, result: sheet.result } },
      caller,
    )
  })

/** A signed sheet becomes a draft again, for a reason, and is the draft of whoever asks. */
export const reopenSheet = (db: Db, named: Named, reason: string, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { row, sheet } = await lockSheet(tx, named, caller.who)
    requireStep('reopen', sheet, aboutOf(row, sheet, caller.who, reason))
    requireOpen(row, caller.who)
    const assessor = { assessor: nameOf(caller.who), assessor_name: displayName(caller.who) }
    const change = { state: 'draft', signed_at: null, signed_by: null, ...assessor } as const
    await save(tx, named, { ...change, version: (sheet?.version ?? 0) + 1 })
    await tell(
      tx,
      named.id,
      'certification.sheet_reopened',
      { after: { part: named.part, reason: tidy(reason) } },
      caller,
    )
  })

async function lockSheet(tx: Tx, { id, part }: Named, who: Actor) {
  const row = await lockForCentre(tx, id, who)
  if (!schemeOf(row.kind).parts.includes(part)) throw problem(problems.notFound)
  const sheet = await tx
    .selectFrom('certification_sheets')
    .selectAll()
    .where('procedure_id', '=', id)
    .where('part', '=', part)
    .executeTakeFirst()
  return { row, sheet }
}

/** What the guards of a sheet look at. */
export const aboutOf = (
  { state }: Pick<DescribedProcedure, 'state'>,
  sheet: SheetRow | undefined,
  who: Actor,
  reason = '',
): AssessmentAbout => ({
  mine: sheet?.assessor === nameOf(who),
  unmarked: sheet?.criteria.filter(({ earned }) => earned === null).length ?? 0,
  result: sheet?.result ?? null,
  explained: !needsExplanation(sheet?.result ?? null) || (sheet?.explanation ?? '').trim() !== '',
  levelSubmitted: state !== 'assessing',
  reason,
})

function requireStep(event: SheetEvent, sheet: SheetRow | undefined, about: AssessmentAbout): void {
  const outcome = ASSESSMENT.table.next(event, sheet?.state ?? null, about)
  if ('to' in outcome) return
  throw problem(
    stepRefused,
    refusalMessage(ASSESSMENT, event, sheet?.state ?? null, { refused: outcome.refused, about }),
  )
}

/** What the table asks of some steps holds of all: nothing is written beside a level that is under review. */
function requireOpen(row: DescribedProcedure, who: Actor): void {
  if (row.state === 'assessing') return
  const about = aboutOf(row, undefined, who)
  throw problem(stepRefused, refusalMessage(ASSESSMENT, 'begin', null, { refused: 'before_level', about }))
}

/** A sheet as typed in the desk, made fit to be kept. */
function checkedSheet(part: Part, { result, explanation, criteria, evidence }: FilledSheet) {
  if (result !== null && !resultsOf(part).includes(result))
    throw badField('result', `Такого результата у листа «${PARTS[part].title}» нет. Выберите из списка.`)
  const over = criteria.findIndex(({ earned, most }) => earned !== null && earned > most)
  if (over >= 0) throw badField(`criteria.${over}.earned`, 'Отметка больше наибольшей по критерию.')
  return {
    result,
    explanation: storable(explanation).trim(),
    criteria: criteria.map((one) => ({ ...one, name: tidy(one.name), note: storable(one.note).trim() })),
    evidence: evidence.map(({ title, address }, at) => ({ title: tidy(title), address: webAddress(address, at) })),
  }
}

function webAddress(given: string | null, at: number): string | null {
  const address = tidyOrNull(given)
  if (address !== null && !/^https?:\/\/\S+$/.test(address))
    throw badField(`evidence.${at}.address`, 'Напишите адрес целиком, например https://www.gosuslugi.ru/600123/1.')
  return address
}

const toldOf = ({ result, explanation, criteria, evidence }: SheetRow) => ({ result, explanation, criteria, evidence })

async function save(tx: Tx, { id, part }: Named, change: Change): Promise<void> {
  await tx
    .updateTable('certification_sheets')
    .set(change)
    .where('procedure_id', '=', id)
    .where('part', '=', part)
    .execute()
}

const tell = (
  tx: Tx,
  id: number,
  what: AuditEventName,
  told: { before?: unknown; after: unknown },
  { who, from, at }: Caller,
): Promise<void> => recordAudit(tx, { who, what, subject: subjectOf(id), ...told, from, at })
