import { reachOfActor } from '../../platform/audit/index.ts'
import { type Reach, reachesRegion } from '@otklik/model/access'
import type { Region, RegionFields } from '@otklik/model/register/api'
import { demoRegion } from '@otklik/model/regions'
import { sql } from 'kysely'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fillNorms, fillRegions } from '../fill.ts'
import { type RecordEditor, recordEdit } from '../history.ts'
import { isDemo } from '../installation.ts'
import { type ListAsk, matches, type Page, rangeOf } from '../../platform/list.ts'
import { notYours } from '../problems.ts'
import { visibleRegion } from '../reach.ts'
import { isZone } from '../../platform/time/zone.ts'

/**
 * At every start: the facts of the 90 regions as this version knows them, the demo region in a demonstration, and norms
 * that are missing. What was set in the desk stays.
 */
export async function ensureRegions(db: Db): Promise<void> {
  await fillRegions(db)
  if (await isDemo(db)) await fillRegions(db, [demoRegion])
  await fillNorms(db)
}

/** Names by code. */
export async function regionNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('register_regions').select(['code', 'name']).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

const zone = sql<string>`coalesce(zone, default_zone)`

export async function listRegions(db: Db, ask: ListAsk, reach: Reach): Promise<Page<Region>> {
  const found = db
    .selectFrom('register_regions as r')
    .where(matches(ask.find, sql.ref('folded')))
    .where(visibleRegion(reach))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .select(['code as id', 'name', 'oktmo', zone.as('zone')])
      .orderBy('code')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows }
}

/** Sets the zone of offices that have none of their own. */
export async function saveRegion(db: Db, code: string, after: RegionFields, editor: RecordEditor): Promise<Region> {
  requireZone(after.zone)
  const reach = reachOfActor(editor.who)
  return db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('register_regions as r')
      .select(['name', 'oktmo', zone.as('zone')])
      .where('code', '=', code)
      .where(visibleRegion(reach))
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) throw problem(problems.notFound)
    if (!reachesRegion(reach, code)) throw problem(notYours)
    await tx.updateTable('register_regions').set({ zone: after.zone }).where('code', '=', code).execute()
    await recordEdit(
      tx,
      { kind: 'regions', id: code, before: { zone: found.zone }, after: { zone: after.zone } },
      editor,
    )
    return { id: code, name: found.name, oktmo: found.oktmo, zone: after.zone }
  })
}

/** Refuses what is no zone in the IANA base. */
export function requireZone(name: string): void {
  if (isZone(name)) return
  throw badField('zone', `Часового пояса «${name}» нет. Напишите имя из базы IANA, например Asia/Yekaterinburg.`)
}

/** Refuses a code that no region has; null is a federal record. */
export async function requireRegion(tx: Tx, code: string | null): Promise<void> {
  if (code === null) return
  const found = await tx.selectFrom('register_regions').select('code').where('code', '=', code).executeTakeFirst()
  if (found === undefined) throw unknownRegion(code)
}

export const unknownRegion = (code: string) =>
  badField('region', `Субъекта с кодом «${code}» нет. Нужны две цифры, например 31.`)
