import { type Principal, reachesAuthority } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { ChartNote, writeChartNote as contract } from '@otklik/model/progress/api'
import type { Selectable } from 'kysely'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Asked } from '../indicators/rows.ts'
import { noteNeedsOneScope } from '../problems.ts'
import { reachesWholeService } from '../reach.ts'
import type { Scope } from '../scope.ts'
import type { ChartNoteTables } from './tables.ts'

type Row = Selectable<ChartNoteTables['chart_notes']>
type Place = Pick<Row, 'service' | 'authority'>

/**
 * The notes that belong on the charts of what is asked for, the earliest first: those of all, of the service, and of the
 * authority asked for or that provides the service. Where nothing is asked for, those of one's own authorities: a ministry
 * that looks at everything would drown in those of all.
 */
export async function chartNotes(
  deps: Scope,
  { service, authority }: Pick<Asked, 'service' | 'authority'>,
): Promise<ChartNote[]> {
  const [rows, services] = await Promise.all([
    deps.db.selectFrom('chart_notes').selectAll().orderBy('day').orderBy('id').execute(),
    deps.register.services(),
  ])
  const provider = service === undefined ? authority : (services.get(service)?.authority ?? undefined)
  const belongs = (note: Row): boolean => {
    if (note.service !== null) return note.service === service
    if (note.authority === null) return true
    return provider === undefined ? !deps.reach.everything : note.authority === provider
  }
  return rows.filter((note) => belongs(note) && isSeen(deps, note)).map(noteOf)
}

export async function writeChartNote(
  deps: Scope,
  body: BodyOf<typeof contract>,
  { who, from, at }: Caller<Principal>,
): Promise<ChartNote> {
  if (body.service !== null && body.authority !== null) throw problem(noteNeedsOneScope)
  if (!isOwn(deps, body)) throw problem(problems.notFound)
  const row = { ...body, text: body.text.trim(), by_name: displayName(who), at }
  return deps.db.transaction().execute(async (tx) => {
    const saved = await tx.insertInto('chart_notes').values(row).returningAll().executeTakeFirstOrThrow()
    const note = noteOf(saved)
    await recordAudit(tx, { who, what: 'chart_note.written', subject: `chart_note:${note.id}`, after: note, from, at })
    return note
  })
}

/** Takes it off the charts; the audit log keeps what it said. */
export async function removeChartNote(
  deps: Scope,
  id: number,
  { who, from, at }: Caller<Principal>,
): Promise<ChartNote> {
  return deps.db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('chart_notes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row || !isOwn(deps, row)) throw problem(problems.notFound)
    await tx.deleteFrom('chart_notes').where('id', '=', id).execute()
    const note = noteOf(row)
    await recordAudit(tx, { who, what: 'chart_note.removed', subject: `chart_note:${id}`, before: note, from, at })
    return note
  })
}

const isSeen = (deps: Scope, note: Place): boolean =>
  (note.service === null && note.authority === null) || isOwn(deps, note)

/** A note of all figures is for those who see all of them to write. */
function isOwn({ reach, requestReach }: Scope, { service, authority }: Place): boolean {
  if (service !== null) return reachesWholeService(requestReach, service)
  return authority === null ? reach.everything : reachesAuthority(reach, authority)
}

const noteOf = ({ id, day, text, service, authority, by_name, at }: Row): ChartNote => ({
  id,
  day,
  text,
  service,
  authority,
  by: by_name,
  at: at.toISOString(),
})
