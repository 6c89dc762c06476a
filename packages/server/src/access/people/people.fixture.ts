import { loginKey, loginSkeleton, type OrganisationKind, type RoleName } from '@otklik/model/access'
import { fold } from '../../platform/text.ts'
import { type AccessServer, accessServer } from '../access.fixture.ts'
import { openSession } from '../signing-in/sessions.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Two regions side by side, each with an authority, its office and a coordinating department. */
export const TREE = [
  [2, 1, 'ministry', 'МЭР'],
  [10, 1, 'region', 'Регион А'],
  [11, 10, 'regional_body', 'Орган А'],
  [12, 11, 'office', 'Офис А'],
  [13, 10, 'coordinating_department', 'Управление А'],
  [20, 1, 'region', 'Регион Б'],
  [21, 20, 'regional_body', 'Орган Б'],
  [22, 21, 'office', 'Офис Б'],
] as const satisfies readonly (readonly [number, number, OrganisationKind, string])[]

async function plantTree(db: Db): Promise<void> {
  const paths = new Map([[1, '/1/']])
  for (const [id, parent_id, kind, name] of TREE) {
    const path = `${paths.get(parent_id)}${id}/`
    paths.set(id, path)
    const row = { id, parent_id, path, kind, name, created_at: new Date('2026-01-01'), folded: fold(name) }
    await db.insertInto('access_organisations').values(row).execute()
  }
}

export interface PersonAsk {
  readonly login: string | null
  readonly name?: string
  /** Roles that run: organisation and role. */
  readonly roles?: readonly (readonly [number, RoleName])[]
  readonly mail?: string
}

/** A server over a tree of organisations, and people who are put there without the calls under test. */
export async function peopleServer(db: Db) {
  const server = await accessServer(db)
  await plantTree(db)
  const now = () => server.clock.now
  const add = (ask: PersonAsk) => addPerson(server, ask, now())
  const cookieOf = async (userId: string) => {
    const about = { userId, by: 'password', address: '192.0.2.7', userAgent: 'проба' } as const
    const secret = await db.transaction().execute((tx) => openSession(tx, about, now()))
    return `otklik_session=${secret}`
  }
  /** Someone with a session; calls are made as this person. */
  const signedIn = async (ask: PersonAsk) => {
    const id = await add(ask)
    return { id, ...callsOf(server, await cookieOf(id)) }
  }
  return { ...server, db, add, cookieOf, signedIn, as: (cookie?: string) => callsOf(server, cookie) }
}
export type PeopleServer = Awaited<ReturnType<typeof peopleServer>>
export type Caller = ReturnType<typeof callsOf>

function callsOf(server: AccessServer, cookie?: string) {
  const headers = cookie === undefined ? {} : { cookie }
  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    server.ask({ method, url, headers, ...(payload && { payload }) })
  return {
    cookie,
    call,
    get: (url: string) => call('GET', url),
    post: (url: string, payload?: object) => call('POST', url, payload),
    put: (url: string, payload?: object) => call('PUT', url, payload),
    remove: (url: string) => call('DELETE', url),
  }
}

async function addPerson({ deps }: AccessServer, ask: PersonAsk, now: Date): Promise<string> {
  const { login, name = login ?? 'Без имени', roles = [], mail } = ask
  const keys = login === null ? {} : { login_key: loginKey(login), login_skeleton: loginSkeleton(login) }
  const row = { login, name, ...keys, folded: fold(`${name} ${login ?? ''}`), created_at: now }
  const { id } = await deps.db
    .insertInto('access_users')
    .values({ ...row, mail_sealed: mail === undefined ? null : deps.cipher.seal(mail) })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [organisation_id, role] of roles)
    await deps.db.insertInto('access_memberships').values({ user_id: id, organisation_id, role, since: now }).execute()
  return id
}

/** The last record of the audit. */
export async function lastAudit(db: Db) {
  const row = await db.selectFrom('audit_log').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
  const entry: Record<string, unknown> = JSON.parse(row.entry)
  return { what: row.what, subject: row.subject, before: entry.before, after: entry.after, text: row.entry }
}

/** A problem without the number of the request, which is another each time. */
export function problemOf(answer: { statusCode: number; json(): unknown }) {
  const body = answer.json()
  return { status: answer.statusCode, body: typeof body === 'object' ? { ...body, instance: undefined } : body }
}
