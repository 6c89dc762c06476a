import type { OrganisationKind } from '@otklik/model/access'
import type { Organisation, OrganisationFields } from '@otklik/model/access/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { ensureRegions } from '../../register/index.ts'
import { type Caller, peopleServer } from '../people/people.fixture.ts'

const EMPTY: Omit<OrganisationFields, 'name'> = {
  shortName: null,
  region: null,
  zone: null,
  ogrn: null,
  address: null,
  phone: null,
  mail: null,
  authority: null,
  office: null,
}

/** A name and whatever else is given; the rest is not known. */
export const fields = (name: string, more: Partial<OrganisationFields> = {}): OrganisationFields => ({
  ...EMPTY,
  name,
  ...more,
})

/** The tree of `peopleServer` with regions 31 (10) and 54 (20), an authority of the register in each, and callers. */
export async function organisationServer(db: Db) {
  await ensureRegions(db)
  const server = await peopleServer(db)
  await db.updateTable('access_organisations').set({ region: '31' }).where('id', '=', 10).execute()
  await db.updateTable('access_organisations').set({ region: '54' }).where('id', '=', 20).execute()
  await sql`SELECT setval(pg_get_serial_sequence('access_organisations', 'id'), 1000)`.execute(db)
  const authority = async (name: string, region: string | null) => {
    const row = { name, region, folded: name.toLowerCase() }
    const made = await db.insertInto('register_authorities').values(row).returning('id').executeTakeFirstOrThrow()
    return String(made.id)
  }
  const authorities = {
    a: await authority('Министерство А', '31'),
    b: await authority('Министерство Б', '54'),
    federal: await authority('Федеральная служба', null),
  }
  const root = await server.signedIn({ login: 'root', name: 'Яна Корень', roles: [[1, 'administrator']] })
  const adminA = await server.signedIn({ login: 'ada', name: 'Ада', roles: [[10, 'administrator']] })
  const bodyA = await server.signedIn({ login: 'boris', name: 'Борис', roles: [[11, 'administrator']] })
  return { ...server, authorities, root, adminA, bodyA }
}
export type OrganisationServer = Awaited<ReturnType<typeof organisationServer>>

/** Adds an organisation that must come about. */
export async function added(who: Caller, parent: number, kind: OrganisationKind, given: OrganisationFields) {
  const answer = await who.post('/api/organisations', { parent, kind, ...given })
  if (answer.statusCode !== 201) throw new Error(`not added: ${answer.body}`)
  const organisation: Organisation = answer.json()
  return organisation
}

/** The body of a refusal without what differs from call to call. */
export function refusal(answer: { json(): Record<string, unknown>; statusCode: number }) {
  const { instance: _, ...rest } = answer.json()
  return rest
}

/** The last record of the audit. */
export async function lastAudit(db: Db): Promise<Record<string, unknown>> {
  const row = await db.selectFrom('audit_log').select('entry').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
  return JSON.parse(row.entry)
}
