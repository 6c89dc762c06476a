import { type Reach, rightsOf, type UserPrincipal } from '@otklik/model/access'
import type { OwnAccess } from '@otklik/model/access/api'
import type { Db } from '../../platform/postgres/open.ts'
import { countRecoveryCodes } from '../signing-in/second-factor/recovery-codes.ts'
import type { SessionDeps } from '../signing-in/session-state.ts'
import { isFactorDemanded, readOwn } from './own.ts'

/** The own roles with their rights, what the role acted in reaches, and the ways in. */
export async function readOwnAccess({ db, outside }: SessionDeps, who: UserPrincipal): Promise<OwnAccess> {
  const [own, memberships, reach, identities, required, recoveryCodesLeft] = await Promise.all([
    readOwn(db, who),
    ownMemberships(db, who.id),
    inWords(db, who.reach),
    ownIdentities(db, who.id),
    isFactorDemanded(db, who.id),
    countRecoveryCodes(db, who.id),
  ])
  return {
    memberships,
    reach,
    hasPassword: own.password !== null,
    passwordChangedAt: own.password_changed_at?.toISOString() ?? null,
    secondFactor: { required, since: own.totp_since?.toISOString() ?? null, recoveryCodesLeft },
    identities,
    outside: outside?.name ?? null,
  }
}

async function ownMemberships(db: Db, userId: string): Promise<OwnAccess['memberships']> {
  const rows = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.role', 'm.since', 'o.id as organisation', 'o.name', 'o.kind'])
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()
  return rows.map(({ id, role, since, organisation, name, kind }) => ({
    id,
    role,
    organisation: { id: organisation, name },
    kind,
    since: since.toISOString(),
    rights: [...rightsOf(role)],
  }))
}

/** Names instead of codes and paths. Of a reach over everything only the organisations are counted. */
async function inWords(db: Db, { everything, top, regions, authorities, offices, suppliers }: Reach) {
  return {
    everything,
    organisations: top === null ? 0 : await countOrganisations(db, top),
    regions: await namesOf(db, 'register_regions', regions),
    authorities: authorities.toSorted(byAlphabet),
    offices: offices.map(({ name }) => name).toSorted(byAlphabet),
    suppliers: await namesOf(db, 'access_suppliers', suppliers),
  }
}

const byAlphabet = (a: string, b: string) => a.localeCompare(b, 'ru')

async function countOrganisations(db: Db, top: string): Promise<number> {
  const { all } = await db
    .selectFrom('access_organisations')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('path', 'like', `${top}%`)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return all
}

async function namesOf(db: Db, table: 'register_regions' | 'access_suppliers', codes: readonly string[]) {
  if (codes.length === 0) return []
  const rows = await db.selectFrom(table).select('name').where('code', 'in', codes).orderBy('name').execute()
  return rows.map(({ name }) => name)
}

async function ownIdentities(db: Db, userId: string): Promise<OwnAccess['identities']> {
  const rows = await db
    .selectFrom('access_identities')
    .select(['id', 'issuer', 'linked_at'])
    .where('user_id', '=', userId)
    .orderBy('linked_at')
    .execute()
  return rows.map(({ id, issuer, linked_at }) => ({ id, issuer, linkedAt: linked_at.toISOString() }))
}
