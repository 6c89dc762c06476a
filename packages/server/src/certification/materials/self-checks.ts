import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { fillSelfCheck as fillRoute, SelfCheck } from '@otklik/model/certification/api'
import {
  letterOfSheet,
  markFault,
  pointsOf,
  SELF_CHECK,
  type SheetForm,
  unmarkedOf,
} from '@otklik/model/certification/self-check'
import { step } from '@otklik/model/processes'
import type { Selectable, Updateable } from 'kysely'
import { type Caller, displayName, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import { materialChanged, stepRefused } from '../problems.ts'
import { act } from '../act.ts'
import { yearEntries, yearEntry } from './entries.ts'
import { publishedForm } from './forms.ts'
import type { MaterialTables } from './tables.ts'

type CheckRow = Selectable<MaterialTables['certification_self_checks']> & {
  readonly content: SheetForm
  readonly edition: number
}

/** Begins the sheet of an object for the year of its list, by the published form. There is one draft at a time. */
export const beginSelfCheck = (db: Db, entryId: number, caller: Caller<Principal>): Promise<SelfCheck> =>
  db.transaction().execute(async (tx) => {
    const entry = await yearEntry(tx, entryId, caller.who)
    const form = await publishedForm(tx)
    const refused = checkRefused(form !== undefined)
    if (refused !== null) throw problem(stepRefused, refused)
    const filled = { filled_at: caller.at, filled_by: displayName(caller.who) }
    const row = { object_id: entry.object_id, year: entry.year, form_id: form?.id ?? 0, marks: '[]', ...filled }
    const added = await tx
      .insertInto('certification_self_checks')
      .values({ ...row, state: 'draft' })
      .onConflict((known) => known.columns(['object_id', 'year']).where('state', '=', 'draft').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) throw problem(stepRefused, 'Лист самопроверки этого объекта уже начат. Продолжите его.')
    await tell(tx, added.id, { what: 'self_check.begun', after: { object: entry.name, year: entry.year } }, caller)
    return checkOf(await checkRow(tx, added.id))
  })

/** Why no sheet can be begun; null: it can. */
export const checkRefused = (formPublished: boolean): string | null => {
  const outcome = step(SELF_CHECK, 'begin', null, { formPublished, unmarked: [], letter: null })
  return 'to' in outcome ? null : outcome.message
}

export const fillSelfCheck = (
  db: Db,
  id: number,
  body: BodyOf<typeof fillRoute>,
  caller: Caller<Principal>,
): Promise<SelfCheck> =>
  db.transaction().execute(async (tx) => {
    const row = await lockCheck(tx, id, caller)
    requireStep('fill', row)
    if (row.version !== body.version) throw problem(materialChanged)
    const fault = markFault(row.content, body.marks)
    if (fault !== null) throw badField('marks', fault)
    const marks = body.marks.map(({ evidence, note, ...mark }) => ({
      ...mark,
      evidence: storable(evidence).trim(),
      note: storable(note).trim(),
    }))
    const letter = row.content.bounds === null ? body.letter : null
    const filled = { filled_at: caller.at, filled_by: displayName(caller.who) }
    await save(tx, id, { marks: JSON.stringify(marks), letter, version: row.version + 1, ...filled })
    const before = { marks: row.marks, letter: row.letter }
    await tell(tx, id, { what: 'self_check.filled', before, after: { marks, letter } }, caller)
    return checkOf(await checkRow(tx, id))
  })

/** From now on the sheet says what it says; a correction is another sheet. */
export const signSelfCheck = (db: Db, id: number, version: number, caller: Caller<Principal>): Promise<SelfCheck> =>
  db.transaction().execute(async (tx) => {
    const row = await lockCheck(tx, id, caller)
    requireStep('sign', row)
    if (row.version !== version) throw problem(materialChanged)
    const letter = letterOfSheet(row.content, row.marks, row.letter)
    const signed = { state: 'signed', signed_at: caller.at, signed_by: displayName(caller.who) } as const
    await save(tx, id, { ...signed, letter })
    await tell(tx, id, { what: 'self_check.signed', after: { letter } }, caller)
    return checkOf(await checkRow(tx, id))
  })

function requireStep(event: 'fill' | 'sign', { state, content, marks, letter }: CheckRow): void {
  const about = {
    formPublished: true,
    unmarked: unmarkedOf(content, marks),
    letter: letterOfSheet(content, marks, letter),
  }
  const outcome = step(SELF_CHECK, event, state, about)
  if (!('to' in outcome)) throw problem(stepRefused, outcome.message)
}

const checks = (db: Db) =>
  db
    .selectFrom('certification_self_checks as c')
    .innerJoin('certification_forms as f', 'f.id', 'c.form_id')
    .selectAll('c')
    .select(['f.content', 'f.edition'])

const checkRow = (db: Db, id: number): Promise<CheckRow> => checks(db).where('c.id', '=', id).executeTakeFirstOrThrow()

/** The sheet, held until the end of the transaction; 404 where its object is in no list within reach. */
async function lockCheck(tx: Tx, id: number, { who }: Caller): Promise<CheckRow> {
  const row = await checks(tx).where('c.id', '=', id).forUpdate('c').executeTakeFirst()
  const seen =
    row &&
    (await yearEntries(tx, reachOfActor(who))
      .select('e.id')
      .where('e.object_id', '=', row.object_id)
      .where('l.year', '=', row.year)
      .executeTakeFirst())
  if (row === undefined || seen === undefined) throw problem(problems.notFound)
  return row
}

/** The sheets of an object for a year, the last first. */
export async function selfChecksOf(db: Db, object: number, year: number): Promise<SelfCheck[]> {
  const rows = await checks(db)
    .where('c.object_id', '=', object)
    .where('c.year', '=', year)
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(checkOf)
}

function checkOf(row: CheckRow): SelfCheck {
  const { id, version, state, content, edition, marks } = row
  const { title, sections, bounds } = content
  return {
    id,
    version,
    state,
    form: {
      id: row.form_id,
      edition,
      title,
      sections: sections.map((section) => ({ ...section, criteria: [...section.criteria] })),
      bounds: bounds === null ? null : [...bounds],
    },
    marks: [...marks],
    letter: state === 'signed' ? row.letter : letterOfSheet(content, marks, row.letter),
    ...pointsOf(content, marks),
    filled: { by: row.filled_by, at: row.filled_at.toISOString() },
    signed: act(row.signed_by, row.signed_at),
  }
}

type Change = Updateable<MaterialTables['certification_self_checks']>
async function save(tx: Tx, id: number, change: Change): Promise<void> {
  await tx.updateTable('certification_self_checks').set(change).where('id', '=', id).execute()
}

interface Told {
  readonly what: 'self_check.begun' | 'self_check.filled' | 'self_check.signed'
  readonly before?: unknown
  readonly after: unknown
}
const tell = (tx: Tx, id: number, told: Told, { who, from, at }: Caller): Promise<void> =>
  recordAudit(tx, { who, subject: `self_check:${id}`, ...told, from, at })
