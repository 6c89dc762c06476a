import { type Principal, reachOf } from '@otklik/model/access'
import type { Person } from '@otklik/model/access/api'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import type { PeopleDeps } from '../deps.ts'
import { asUuid } from './ids.ts'
import { isWhole, PERSON_COLUMNS, personOf, type PersonRow } from './person.ts'
import { notWhole } from './problems.ts'
import { exceeds, giverOf } from './rules.ts'
import { isWithin, type Standing, standingOf } from './standing.ts'

/** A person within reach, with the roles that say where they belong, also those out of reach. */
export interface Found extends PersonRow {
  readonly standing: readonly Standing[]
}

/** The card of one person; `not_found` when there is none, or nothing of the person is within reach. */
export async function readPerson(deps: PeopleDeps, who: Principal, id: string): Promise<Person> {
  const { standing, ...row } = await requirePerson(deps.db, who, id)
  return personOf(row, standing, reachOf(who), deps.cipher)
}

/** The card after a change, also when the person is out of reach by it. */
export async function changedPerson({ cipher }: PeopleDeps, tx: Tx, who: Principal, id: string): Promise<Person> {
  const row = await tx
    .selectFrom('access_users as u')
    .select(PERSON_COLUMNS)
    .where('u.id', '=', id)
    .executeTakeFirstOrThrow()
  return personOf(row, await standingOf(tx, [id]), reachOf(who), cipher)
}

export async function requirePerson(db: Db, who: Principal, id: string): Promise<Found> {
  return found(await seen(db, who, await rowOf(db, id).executeTakeFirst()))
}

/** The same, held against other changes of the person until the end of the transaction. */
export async function holdPerson(tx: Tx, who: Principal, id: string): Promise<Found> {
  return found(await findHeld(tx, who, id))
}

/** Undefined when there is none within reach. */
export async function findHeld(tx: Tx, who: Principal, id: string): Promise<Found | undefined> {
  return seen(tx, who, await rowOf(tx, id).forNoKeyUpdate().executeTakeFirst())
}

/** What can't be an id is nobody's. */
const rowOf = (db: Db, id: string) =>
  db
    .selectFrom('access_users as u')
    .select(PERSON_COLUMNS)
    .where('u.id', '=', asUuid(id) ?? null)

async function seen(db: Db, who: Principal, row: PersonRow | undefined): Promise<Found | undefined> {
  if (row === undefined) return undefined
  const standing = await standingOf(db, [row.id])
  const reach = reachOf(who)
  return reach.everything || standing.some((one) => isWithin(reach, one)) ? { ...row, standing } : undefined
}

function found(person: Found | undefined): Found {
  if (person === undefined) throw problem(problems.notFound)
  return person
}

/**
 * Throws `not_whole` unless all of the person is within what the caller has: whoever could renew the link or change the
 * mail of someone with more would have that as well.
 */
export function requireWhole(who: Principal, { standing }: Pick<Found, 'standing'>): void {
  const giver = giverOf(who)
  const more = standing.some(({ role, organisation }) => exceeds(giver, role, organisation.path) !== undefined)
  if (more || !isWhole(giver.reach, standing)) throw problem(notWhole)
}

export async function holdWholePerson(tx: Tx, who: Principal, id: string): Promise<Found> {
  const found = await holdPerson(tx, who, id)
  requireWhole(who, found)
  return found
}

export const isOneself = (who: Principal, { id }: Pick<Found, 'id'>): boolean => who.kind === 'user' && who.id === id
