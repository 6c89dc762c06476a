import { reachOfActor } from '../platform/audit/index.ts'
import type { Reach } from '@otklik/model/access'
import type { Norm, NormFields } from '@otklik/model/register/api'
import { sql } from 'kysely'
import { problem, problems } from '../platform/problems/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { type RecordEditor, recordEdit } from './history.ts'
import { type ListAsk, matches, type Page, rangeOf } from '../platform/list.ts'
import { requireOwnService } from './own-fields.ts'
import { notYours, unknownMeasure } from './problems.ts'
import { withAuthority } from './services/services.ts'
import { fold } from '../platform/text.ts'
import { visibleNorm } from './reach.ts'

/** The measures of duration that may have a norm here, and how they are called; the service term's stands with the service. */
export const MEASURES: Readonly<Record<string, string>> = {
  queue: 'Ожидание в очереди',
  registration: 'Регистрация заявления',
  interdepartmental_reply: 'Ответ на межведомственный запрос',
  hand_over: 'Выдача результата',
}

export async function listNorms(db: Db, ask: ListAsk, reach: Reach): Promise<Page<Norm>> {
  const names = JSON.stringify(Object.entries(MEASURES).map(([measure, name]) => ({ measure, name: fold(name) })))
  const found = db
    .selectFrom('register_norms as n')
    .leftJoin(
      sql<{ measure: string; name: string }>`jsonb_to_recordset(${names}::jsonb)`.as<'m'>(
        sql`m (measure text, name text)`,
      ),
      (join) => join.onRef('m.measure', '=', 'n.measure'),
    )
    .where(matches(ask.find, sql`concat_ws(' ', n.measure, m.name, n.service_id)`))
    .where(visibleNorm(reach))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .select(['n.measure', 'n.service_id', 'n.value', 'n.unit', 'n.source'])
      .orderBy('n.measure')
      .orderBy('n.service_id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: rows.map(({ service_id, ...row }) => ({ ...idOf(row.measure, service_id), ...row })) }
}

const idOf = (measure: string, service: string) => ({
  id: service === '' ? measure : `${measure}:${service}`,
  service: service || null,
})

/** Norms for what counts durations: `of` gives a service's own, else the one for every service, else nothing. */
export async function norms(db: Db) {
  const rows = await db.selectFrom('register_norms').select(['measure', 'service_id', 'value', 'unit']).execute()
  const byId = new Map(
    rows.map(({ measure, service_id, value, unit }) => [idOf(measure, service_id).id, { value, unit }]),
  )
  const of = (measure: string, service: string): NormFields | undefined =>
    byId.get(`${measure}:${service}`) ?? byId.get(measure)
  return { of }
}

/** Sets a norm for every service (`measure`) or for one (`measure:service_id`). */
export async function saveNorm(db: Db, id: string, after: NormFields, editor: RecordEditor): Promise<Norm> {
  const [measure = '', service = ''] = id.split(/:(.*)/s)
  if (!Object.hasOwn(MEASURES, measure)) throw problem(unknownMeasure, measure, Object.keys(MEASURES).join(', '))
  return db.transaction().execute(async (tx) => {
    await requireOwn(tx, reachOfActor(editor.who), id.includes(':') ? service : undefined)
    const before = await tx
      .selectFrom('register_norms')
      .select(['value', 'unit', 'source'])
      .where('measure', '=', measure)
      .where('service_id', '=', service)
      .forUpdate()
      .executeTakeFirst()
    // A value that stays the same stays lawful by the same act.
    const same = before?.value === after.value && before?.unit === after.unit
    const row = { measure, service_id: service, ...after, source: same ? (before?.source ?? null) : null }
    await tx
      .insertInto('register_norms')
      .values(row)
      .onConflict((clash) => clash.columns(['measure', 'service_id']).doUpdateSet(row))
      .execute()
    const old = before === undefined ? null : { value: before.value, unit: before.unit }
    await recordEdit(tx, { kind: 'norms', id, before: old, after: { value: after.value, unit: after.unit } }, editor)
    return { ...idOf(measure, service), measure, ...after, source: row.source }
  })
}

/** A norm for every service is for those who reach everything; one of a service, for those who have the service whole. */
async function requireOwn(tx: Tx, reach: Reach, service: string | undefined): Promise<void> {
  if (service === undefined) {
    if (!reach.everything) throw problem(notYours)
    return
  }
  const records = await withAuthority(tx)
    .select(['s.region', 'a.name as authority'])
    .where('s.service_id', '=', service)
    .execute()
  if (records.length === 0) throw problem(problems.notFound)
  for (const record of records) requireOwnService(reach, record)
}
