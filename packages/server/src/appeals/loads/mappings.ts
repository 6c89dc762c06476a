import { type Mapping, OWN_MAPPING, readMapping } from '@otklik/model/appeals'
import type { AppealMapping, SavedMapping } from '@otklik/model/appeals/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, inputProblem, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { visibleAuthority } from '../reach.ts'
import { requireAuthority } from '../register/authorities.ts'

/** The latest version of each, of authorities within reach. */
export async function listMappings(db: Db, { who }: Pick<Caller, 'who'>): Promise<{ rows: SavedMapping[] }> {
  const rows = await db
    .selectFrom('appeals_mappings as m')
    .innerJoin('register_authorities as a', 'a.id', 'm.authority_id')
    .distinctOn(['m.authority_id', 'm.name'])
    .selectAll('m')
    .where(visibleAuthority(who))
    .orderBy('m.authority_id')
    .orderBy('m.name')
    .orderBy('m.version', 'desc')
    .execute()
  return {
    rows: rows.map(({ authority_id, at, ...row }) => ({ ...row, authority: authority_id, at: at.toISOString() })),
  }
}

interface GivenMapping {
  readonly authority: number
  readonly name: string
  readonly mapping: AppealMapping
}

/** Keeps a mapping under its name; where the name is taken, as its next version. What files were read by stays. */
export async function saveMapping(db: Db, given: GivenMapping, caller: Caller): Promise<SavedMapping> {
  const { authority: authority_id, mapping } = given
  const name = tidy(given.name)
  if (name === '') throw badField('name', 'Назовите сопоставление.')
  mappingFrom(mapping)
  return db.transaction().execute(async (tx) => {
    await requireAuthority(tx, authority_id, caller.who)
    const last = await tx
      .selectFrom('appeals_mappings')
      .select('version')
      .where('authority_id', '=', authority_id)
      .where('name', '=', name)
      .orderBy('version', 'desc')
      .executeTakeFirst()
    const by = displayName(caller.who)
    const row = { authority_id, name, version: (last?.version ?? 0) + 1, at: caller.at, by }
    const { id } = await tx
      .insertInto('appeals_mappings')
      .values({ ...row, mapping: JSON.stringify(mapping) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { who, from, at } = caller
    const after = { name, version: row.version, mapping }
    await recordAudit(tx, { who, what: 'appeals.mapping_saved', subject: `appeals-mapping:${id}`, after, from, at })
    return { id, authority: authority_id, name, version: row.version, mapping, at: at.toISOString(), by }
  })
}

/** Reads a mapping; its first fault is a refusal with a sentence. */
export function mappingFrom(value: unknown): Mapping {
  try {
    return readMapping(value)
  } catch (error) {
    throw inputProblem(error)
  }
}

/** The mapping of a number, of that authority; our own for none. Throws 404. */
export async function mappingOf(db: Db | Tx, id: number | null, authority: number): Promise<Mapping> {
  if (id === null) return OWN_MAPPING
  const found = await db
    .selectFrom('appeals_mappings')
    .select('mapping')
    .where('id', '=', id)
    .where('authority_id', '=', authority)
    .executeTakeFirst()
  if (found === undefined) throw problem(problems.notFound)
  return mappingFrom(found.mapping)
}
