import { displayName, reachOfActor } from '../../platform/audit/index.ts'
import type { Reach } from '@otklik/model/access'
import type { Office, OfficeFields } from '@otklik/model/register/api'
import { sql } from 'kysely'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { ensureAuthorities } from '../authorities.ts'
import { type RecordEditor, recordEdit } from '../history.ts'
import { parseNumber } from '../keys.ts'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import { type OfAuthority, ofAuthority } from '../of-authority.ts'
import type { RegisterDeps } from '../deps.ts'
import { requireOwnAuthority } from '../own-fields.ts'
import { officeIsNamedByRequests } from '../problems.ts'
import { requireZone } from './regions.ts'
import { tidyOrNull } from '../../platform/text.ts'
import { visibleOffice } from '../reach.ts'

const MAX_AUTHORITY = 1000

/** Offices (`o`) with their regions (`r`) and authorities (`a`). */
export const withAuthority = (db: Db) =>
  db
    .selectFrom('register_offices as o')
    .innerJoin('register_regions as r', 'r.code', 'o.region')
    .leftJoin('register_authorities as a', 'a.id', 'o.authority_id')

export async function listOffices(deps: RegisterDeps, ask: OfAuthority, reach: Reach): Promise<Page<Office>> {
  const words = sql<string>`concat_ws(' ', o.folded, r.folded, a.folded)`
  const found = withAuthority(deps.db)
    .where(matches(ask.find, words))
    .where(ofAuthority(ask))
    .where(visibleOffice(reach))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found
      .select(['o.id', 'o.name', 'o.region', 'a.name as authority', 'o.zone'])
      .orderBy('o.region')
      .orderBy('o.name')
      .orderBy('o.id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  const counts = (await deps.officeRequests?.(rows, reach)) ?? []
  return { total, rows: rows.map((row, at) => ({ ...row, id: String(row.id), requests: counts[at] ?? 0 })) }
}

/** Sets an office's zone and authority. Its name and region are how requests name it, so they stay. */
export async function saveOffice(
  deps: RegisterDeps,
  id: string,
  body: OfficeFields,
  editor: RecordEditor,
): Promise<Office> {
  const reach = reachOfActor(editor.who)
  const authority = tidyOrNull(body.authority)
  const after = { name: body.name, region: body.region, authority, zone: body.zone }
  await deps.db.transaction().execute(async (tx) => {
    const key = parseNumber(id)
    const before = key === undefined ? undefined : await lock(tx, key, reach)
    if (key === undefined || before === undefined) throw problem(problems.notFound)
    checkFields(after)
    if (authority !== before.authority && !reach.everything) await requireOwnAuthority(tx, reach, authority)
    if (before.name !== after.name || before.region !== after.region) throw problem(officeIsNamedByRequests)
    const names = authority === null ? [] : [authority]
    const authorities = await ensureAuthorities(tx, names, { at: editor.at, by: displayName(editor.who) })
    const authority_id = authority === null ? null : (authorities.get(authority) ?? null)
    await tx.updateTable('register_offices').set({ authority_id, zone: after.zone }).where('id', '=', key).execute()
    if ((await lock(tx, key, reach)) === undefined)
      throw badField('authority', 'Укажите орган, за который вы отвечаете.')
    await recordEdit(tx, { kind: 'offices', id, before, after }, editor)
  })
  const [requests = 0] = (await deps.officeRequests?.([after], reach)) ?? []
  return { id, ...after, requests }
}

function checkFields({ authority, zone }: Pick<OfficeFields, 'authority' | 'zone'>): void {
  if (zone !== null) requireZone(zone)
  if (authority !== null && authority.length > MAX_AUTHORITY)
    throw badField('authority', `Не длиннее ${MAX_AUTHORITY} знаков.`)
}

const lock = (tx: Tx, id: number, reach: Reach) =>
  withAuthority(tx)
    .select(['o.name', 'o.region', 'a.name as authority', 'o.zone'])
    .where('o.id', '=', id)
    .where(visibleOffice(reach))
    .forUpdate('o')
    .executeTakeFirst()
