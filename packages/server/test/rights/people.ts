import {
  ALL_ROLES,
  loginKey,
  loginSkeleton,
  MACHINE_RIGHTS,
  type OrganisationKind,
  type Right,
  type RoleName,
  roleEntry,
  rightsOf,
} from '@otklik/model/access'
import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../src/platform/postgres/open.ts'
import type { Organisation } from './parts.ts'

/** Somebody who calls, as the table of roles has it. */
export interface Actor {
  readonly name: string
  readonly kind: 'nobody' | 'person' | 'machine'
  readonly rights: readonly Right[]
  readonly everything: boolean
  /** Whether the whole own region is within reach, or an authority in it only. */
  readonly region: boolean
  readonly headers: Readonly<Record<string, string>>
  /** The numbers of the person and of the role acted in. */
  readonly id?: string
  readonly membership?: string
}

/** Where in the own part each role is held. A new role needs its line. */
export const PLACES = {
  administrator: 'region',
  ministry_observer: 'ministry',
  methodologist: 'analytical_centre',
  certification_curator: 'analytical_centre',
  quality_reviewer: 'analytical_centre',
  working_group: 'ministry',
  client_centricity_lead: 'region',
  digital_lead: 'region',
  optimisation_centre: 'coordinating_department',
  monitoring_coordinator: 'coordinating_department',
  authority_head: 'regional_body',
  evaluation_organiser: 'regional_body',
  authority_analyst: 'regional_body',
  appeals_officer: 'regional_body',
  executor: 'regional_body',
  data_supplier: 'regional_body',
  interviewer: 'regional_body',
  phone_operator: 'regional_body',
  paper_clerk: 'regional_body',
} as const satisfies Record<RoleName, OrganisationKind>

export type Places = Readonly<Record<(typeof PLACES)[RoleName] | 'system', Organisation>>

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A person with one role; `login` null: invited and not come yet. */
export async function addPerson(
  db: Db,
  { login, name }: { readonly login: string; readonly name: string },
  held: { readonly role: RoleName; readonly organisation: Organisation },
): Promise<{ id: string; membership: string }> {
  const row = { login, login_key: loginKey(login), login_skeleton: loginSkeleton(login), name }
  const { id } = await db
    .insertInto('access_users')
    .values({ ...row, folded: `${name} ${login}`.toLowerCase(), created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const membership = await db
    .insertInto('access_memberships')
    .values({ user_id: id, organisation_id: held.organisation.id, role: held.role, since: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, membership: membership.id }
}

/** A session past the door; returns the cookie's value and the session's public number. */
export async function addSession(db: Db, user: { id: string; membership: string }) {
  const secret = randomBytes(32).toString('base64url')
  const now = new Date()
  const about = { stage: 'full', signed_in_by: 'password', address: '192.0.2.7', user_agent: 'проба' } as const
  const { id } = await db
    .insertInto('access_sessions')
    .values({
      ...about,
      hash: sha256(secret),
      user_id: user.id,
      membership_id: user.membership,
      created_at: now,
      last_seen_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, cookie: `otklik_session=${secret}` }
}

async function addActor(db: Db, name: string, role: RoleName, organisation: Organisation): Promise<Actor> {
  const login = `svoi-${name.replaceAll('_', '-')}`
  const person = await addPerson(db, { login, name: `Свойский ${name}` }, { role, organisation })
  const { cookie } = await addSession(db, person)
  const everything = roleEntry(role)?.reach === 'everything' || organisation.path === '/1/'
  const place = PLACES[role]
  const region = everything || place === 'region' || place === 'coordinating_department'
  return { name, kind: 'person', rights: rightsOf(role), everything, region, headers: { cookie }, ...person }
}

async function addMachine(db: Db, organisation: Organisation, supplier: string | null): Promise<Actor> {
  const rights: readonly Right[] = supplier === null ? MACHINE_RIGHTS : ['packages.read', 'packages.send']
  const token = await addToken(db, { label: 'svoi-machine', organisation, supplier, rights })
  const headers = { authorization: `Bearer ${token.text}` }
  const name = supplier === null ? 'machine token' : 'supplier token'
  return { name, kind: 'machine', rights, everything: false, region: false, headers }
}

export async function addToken(
  db: Db,
  given: { label: string; organisation: Organisation; supplier: string | null; rights: readonly Right[] },
): Promise<{ id: string; text: string }> {
  const text = `otk_${randomBytes(32).toString('base64url')}`
  const { label, organisation, supplier, rights } = given
  const [created_at, expires_at] = [new Date(), new Date(Date.now() + 86_400_000)]
  const { id } = await db
    .insertInto('access_tokens')
    .values({
      label,
      supplier,
      rights: [...rights],
      hash: sha256(text),
      organisation_id: organisation.id,
      created_at,
      expires_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, text }
}

/** Nobody, a person of every role, an administrator of everything and two machines. */
export async function addActors(db: Db, places: Places, supplier: string): Promise<Actor[]> {
  const nobody: Actor = { name: 'nobody', kind: 'nobody', rights: [], everything: false, region: false, headers: {} }
  const actors: Actor[] = [nobody]
  for (const role of ALL_ROLES) actors.push(await addActor(db, role, role, places[PLACES[role]]))
  actors.push(await addActor(db, 'administrator of everything', 'administrator', places.system))
  actors.push(await addMachine(db, places.regional_body, supplier))
  actors.push(await addMachine(db, places.regional_body, null))
  return actors
}
