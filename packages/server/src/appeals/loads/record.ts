import type { AppealsLoad } from '@otklik/model/appeals/api'
import type { Caller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { visibleAuthority } from '../reach.ts'

const LATEST = 100

/** Loads into registers within reach. */
const loads = (db: Db | Tx, who: Caller['who']) =>
  db
    .selectFrom('appeals_loads as l')
    .innerJoin('register_authorities as a', 'a.id', 'l.authority_id')
    .leftJoin('appeals_mappings as m', 'm.id', 'l.mapping_id')
    .selectAll('l')
    .select(['a.name as authority', 'm.name as mapping', 'm.version'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('appeals_set_aside as s').select('s.row').whereRef('s.load_id', '=', 'l.id')).as('kept'),
    )
    .where(visibleAuthority(who))

type LoadRow = Awaited<ReturnType<ReturnType<typeof loads>['execute']>>[number]

export async function listLoads(db: Db, { who }: Pick<Caller, 'who'>): Promise<{ rows: AppealsLoad[] }> {
  const rows = await loads(db, who).orderBy('l.id', 'desc').limit(LATEST).execute()
  return { rows: rows.map(loadOf) }
}

/** Throws 404. */
export async function findLoad(db: Db | Tx, id: number, who: Caller['who']): Promise<LoadRow> {
  const row = await loads(db, who).where('l.id', '=', id).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

export const readLoad = async (db: Db | Tx, id: number, who: Caller['who']): Promise<AppealsLoad> =>
  loadOf(await findLoad(db, id, who))

function loadOf({ id, authority, name, mapping, version, state, at, by, finished_at, ...row }: LoadRow): AppealsLoad {
  const { through, read, accepted, set_aside, repeats, codes, trouble, kept } = row
  return {
    id,
    authority,
    name,
    mapping: mapping === null ? null : { name: mapping, version: version ?? 1 },
    state,
    at: at.toISOString(),
    by,
    finished: finished_at?.toISOString() ?? null,
    through,
    read,
    accepted,
    set_aside,
    repeats,
    codes,
    trouble,
    kept: Boolean(kept),
  }
}
