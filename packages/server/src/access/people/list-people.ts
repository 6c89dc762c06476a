import { isRole, type Reach, reachesOrganisation, ROOT_PATH } from '@otklik/model/access'
import type { listPeople as listPeopleRoute, Person, PersonState } from '@otklik/model/access/api'
import type { QueryOf } from '@otklik/model/api'
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import type { PeopleDeps } from '../deps.ts'
import { isOrganisationId } from './ids.ts'
import { peopleOf, PERSON_COLUMNS, type PersonRow } from './person.ts'
import { isStanding } from './standing.ts'

export type PeopleAsk = QueryOf<typeof listPeopleRoute>

/** The part of the tree whose people are asked for. */
interface Place {
  /** Null: all people, with a role or without. */
  readonly top: string | null
}

/** People by name: a page of those within reach who were asked for, and how many there are. */
export async function listPeople(deps: PeopleDeps, reach: Reach, ask: PeopleAsk) {
  const { limit = 100, offset = 0 } = ask
  const place = await placeOf(deps.db, reach, ask)
  if (place === undefined) return { total: 0, rows: [] }
  const asked = askedFor(deps.db, place, ask)
  const page = inOrder(asked).limit(limit).offset(Math.min(offset, 1e9))
  const { total, rows } = await (isNarrow(place, ask) ? countAlong(asked, page) : countApart(asked, page))
  return { total, rows: await peopleOf(deps, rows, reach) }
}

/** Few are found among many: then all of them are found anyway before the first can be shown. */
const isNarrow = ({ top }: Place, { find = '' }: PeopleAsk): boolean =>
  fold(find) !== '' || (top !== null && top !== ROOT_PATH)

/** The page is read along the index of names, and the count beside it. */
async function countApart(asked: Asked, page: Page) {
  const [total, rows] = await Promise.all([countOf(asked), page.execute()])
  return { total, rows }
}

/** All are found once, counted and cut to the page. */
async function countAlong(asked: Asked, page: Page) {
  const rows = await page.select((all) => all.fn.countAll<number>().over().as('total')).execute()
  return { total: rows[0]?.total ?? (await countOf(asked)), rows }
}

async function countOf(asked: Asked): Promise<number> {
  const { total } = await asked.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

const BATCH = 1000

/** All of them, read piece by piece as the receiver takes them. */
export async function* everyPerson(deps: PeopleDeps, reach: Reach, ask: PeopleAsk): AsyncGenerator<Person> {
  const place = await placeOf(deps.db, reach, ask)
  if (place === undefined) return
  let after: PersonRow | undefined
  do {
    const query = inOrder(askedFor(deps.db, place, ask)).limit(BATCH)
    const { name, id } = after ?? {}
    const rows: PersonRow[] = await (after === undefined
      ? query
      : query.where(sql<SqlBool>`(u.name, u.id) > (${name}, ${id}::uuid)`)
    ).execute()
    yield* await peopleOf(deps, rows, reach)
    after = rows.length === BATCH ? rows.at(-1) : undefined
  } while (after !== undefined)
}

/** Undefined: nobody can be found there, because it is not within reach or is no place at all. */
async function placeOf(db: Db, reach: Reach, { organisation, role }: PeopleAsk): Promise<Place | undefined> {
  if (role !== undefined && !isRole(role)) return undefined
  if (organisation === undefined) {
    if (reach.everything) return { top: null }
    return reach.top === null ? undefined : { top: reach.top }
  }
  if (!isOrganisationId(organisation)) return undefined
  const found = await db
    .selectFrom('access_organisations')
    .select('path')
    .where('id', '=', organisation)
    .executeTakeFirst()
  return found !== undefined && reachesOrganisation(reach, found.path) ? { top: found.path } : undefined
}

function askedFor(db: Db, { top }: Place, { find, organisation, role, state }: PeopleAsk) {
  let people = db.selectFrom('access_users as u')
  for (const word of fold(find ?? '').split(' '))
    if (word !== '') people = people.where('u.folded', 'like', `%${literally(word)}%`)
  if (state !== undefined) people = people.where(inState[state])
  if (top === null && role === undefined) return people
  let held = db
    .selectFrom('access_memberships as m')
    .select('m.id')
    .where(sql<SqlBool>`m.user_id = u.id`)
    .where(isStanding)
  if (top !== null)
    held = held.innerJoin('access_organisations as o', 'o.id', 'm.organisation_id').where('o.path', 'like', `${top}%`)
  // Who is looked for by a role or a place holds it, or did until the access was closed.
  if (role !== undefined || organisation !== undefined)
    held = held.where(sql<SqlBool>`(m.ended_at IS NULL OR u.disabled_at IS NOT NULL)`)
  if (role !== undefined && isRole(role)) held = held.where('m.role', '=', role)
  return people.where(({ exists }) => exists(held))
}

/** The signs that LIKE would read as its own. */
const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** `stateOfPerson`, for the database. */
const inState: Readonly<Record<PersonState, ReturnType<typeof sql<SqlBool>>>> = {
  deactivated: sql`u.disabled_at IS NOT NULL`,
  invited: sql`u.disabled_at IS NULL AND u.login IS NULL AND u.last_signed_in_at IS NULL`,
  active: sql`u.disabled_at IS NULL AND (u.login IS NOT NULL OR u.last_signed_in_at IS NOT NULL)`,
}

type Asked = ReturnType<typeof askedFor>
const inOrder = (people: Asked) => people.select(PERSON_COLUMNS).orderBy('u.name').orderBy('u.id')
type Page = ReturnType<typeof inOrder>
