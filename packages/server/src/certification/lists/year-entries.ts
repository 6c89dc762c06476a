import { admission, type Certificate, type YearFacts } from '@otklik/model/certification'
import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'

const BATCH = 2000

/** What is known of an object when its year begins: where a form has an address, it stands on the Internet. */
const factsAtFirst = (address: string | null): YearFacts => ({
  selfCheck: null,
  form: address === null ? 'not_online' : 'open',
  ending: null,
  roadMapFailed: false,
  contacts: false,
  access: address !== null,
  mass: null,
})

/** The columns of facts that a list of a year keeps of an object. */
export function factColumns(facts: YearFacts, certificate: Certificate, year: number) {
  const judged = admission(facts, certificate, year)
  return { facts, admission: judged, admitted: judged.admitted }
}

/** Puts the objects of an edition of the single list into a draft of a year, but for those that it has already. */
export async function takeSingleEntries(tx: Tx, base: number, draft: { id: number; year: number }): Promise<void> {
  const entries = await tx
    .selectFrom('certification_entries')
    .select(['id', 'address', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('list_id', '=', base)
    .where(sql<boolean>`object_id NOT IN (SELECT object_id FROM certification_entries WHERE list_id = ${draft.id})`)
    .orderBy('object_id')
    .execute()
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH).map(({ id, address, ...certificate }) => ({
      id,
      ...factColumns(factsAtFirst(address), certificate, draft.year),
    }))
    await sql`
      INSERT INTO certification_entries (list_id, object_id, name, kind, authority_id, authority, region, service,
        address, level, valid_from, valid_to, folded, facts, admission, admitted)
      SELECT ${draft.id}, e.object_id, e.name, e.kind, e.authority_id, e.authority, e.region, e.service,
        e.address, e.level, e.valid_from, e.valid_to, e.folded, given.facts, given.admission, given.admitted
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given (id integer, facts jsonb, admission jsonb, admitted boolean)
      JOIN certification_entries e ON e.id = given.id
      ORDER BY e.object_id`.execute(tx)
  }
}

/** Copies the entries of an edition of a year into the next one, facts and all. */
export async function copyEntries(tx: Tx, from: number, to: number): Promise<void> {
  await sql`
    INSERT INTO certification_entries (list_id, object_id, name, kind, authority_id, authority, region, service, address,
      level, valid_from, valid_to, folded, facts, admission, admitted)
    SELECT ${to}, object_id, name, kind, authority_id, authority, region, service, address,
      level, valid_from, valid_to, folded, facts, admission, admitted
    FROM certification_entries WHERE list_id = ${from} ORDER BY object_id`.execute(tx)
}

/** The approved edition of the single list that holds now. */
export async function approvedSingle(tx: Tx): Promise<number | null> {
  const found = await tx
    .selectFrom('certification_lists')
    .select('id')
    .where('kind', '=', 'single')
    .where('state', '=', 'approved')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
