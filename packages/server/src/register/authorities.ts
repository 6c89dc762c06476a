import { reachOfActor } from '../platform/audit/index.ts'
import { type Reach, reachesAuthority } from '@otklik/model/access'
import type { Authority, AuthorityFields } from '@otklik/model/register/api'
import { sql } from 'kysely'
import { badField, problem, problems } from '../platform/problems/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { type Occasion, recordChanges, type RecordEditor, recordEdit } from './history.ts'
import { type ListAsk, matches, type Page, rangeOf } from '../platform/list.ts'
import { parseNumber } from './keys.ts'
import { requireOwnRegion } from './own-fields.ts'
import { nameTaken, notYours } from './problems.ts'
import { requireRegion } from './places/regions.ts'
import { fold, tidy } from '../platform/text.ts'
import { visibleAuthority } from './reach.ts'

export async function listAuthorities(db: Db, ask: ListAsk, reach: Reach): Promise<Page<Authority>> {
  const found = db
    .selectFrom('register_authorities as a')
    .where(matches(ask.find, sql.ref('folded')))
    .where(visibleAuthority(reach))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    found.select(['id', 'name', 'region']).orderBy('name').orderBy('id').limit(limit).offset(offset).execute(),
  ])
  return { total, rows: rows.map(({ id, ...fields }) => ({ id: String(id), ...fields })) }
}

/**
 * The numbers of authorities by their tidied names; one that isn't there is made, as a `services` file would.
 * In the order of names, so that two writers wait for each other instead of locking one another out.
 */
export async function ensureAuthorities(
  tx: Tx,
  names: Iterable<string>,
  occasion: Occasion,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(names)].sort()
  if (wanted.length === 0) return new Map()
  const known = await idsOf(tx, wanted)
  const missing = wanted.filter((name) => !known.has(name))
  if (missing.length === 0) return known
  const { rows: made } = await sql<{ id: number; name: string }>`
    INSERT INTO register_authorities (name, folded)
    SELECT * FROM unnest(${missing}::text[], ${missing.map(fold)}::text[])
    ON CONFLICT (name) DO NOTHING
    RETURNING id, name`.execute(tx)
  const changes = made.map(({ id, name }) => ({
    kind: 'authorities' as const,
    id: String(id),
    before: null,
    after: { name, region: null },
  }))
  await recordChanges(tx, changes, occasion)
  return idsOf(tx, wanted)
}

async function idsOf(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('register_authorities')
    .select(['id', 'name'])
    .where(sql<boolean>`name = ANY(${names}::text[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Renames an authority or moves it to another region; its services and offices go with it. */
export async function saveAuthority(
  db: Db,
  id: string,
  body: AuthorityFields,
  editor: RecordEditor,
): Promise<Authority> {
  const after = { name: tidy(body.name), region: body.region }
  const reach = reachOfActor(editor.who)
  return db.transaction().execute(async (tx) => {
    const key = parseNumber(id)
    const before = key === undefined ? undefined : await lock(tx, key, reach)
    if (key === undefined || before === undefined) throw problem(problems.notFound)
    if (!isOwn(reach, before)) throw problem(notYours)
    if (after.name === '') throw badField('name', 'Напишите наименование.')
    if (after.region !== before.region) await requireOwnRegion(tx, reach, after.region)
    await requireRegion(tx, after.region)
    const taken = (await idsOf(tx, [after.name])).get(after.name)
    if (taken !== undefined && taken !== key) throw problem(nameTaken, after.name)
    await tx
      .updateTable('register_authorities')
      .set({ ...after, folded: fold(after.name) })
      .where('id', '=', key)
      .execute()
    await recordEdit(tx, { kind: 'authorities', id, before, after }, editor)
    return { id, ...after }
  })
}

const isOwn = (reach: Reach, { name, region }: { name: string; region: string | null }): boolean =>
  reachesAuthority(reach, name) || (region !== null && reach.regions.includes(region))

const lock = (tx: Tx, id: number, reach: Reach) =>
  tx
    .selectFrom('register_authorities as a')
    .select(['name', 'region'])
    .where('id', '=', id)
    .where(visibleAuthority(reach))
    .forUpdate()
    .executeTakeFirst()
