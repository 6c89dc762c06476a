import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { firstStartVoid } from '../problems.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { beginSession } from './begin-session.ts'
import { insertUser, isFirstStart, type NewUser, type PreparedUser, prepareUser } from '../people/users.ts'

const KEPT = 5

/**
 * A new one-time link that makes the first administrator, for printing at start; undefined when there already is
 * someone. The token stands in the fragment, which browsers send to nobody. The last few links stay good, so that
 * several servers that start together don't void each other's.
 */
export async function firstStartLink(deps: AccessDeps): Promise<string | undefined> {
  const token = newSecret()
  const made = await deps.db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'firstStart')
    if (!(await isFirstStart(tx))) return false
    await tx
      .insertInto('access_first_start')
      .values({ hash: hashSecret(token), created_at: nowOf(deps) })
      .execute()
    const kept = tx.selectFrom('access_first_start').select('hash').orderBy('created_at', 'desc').limit(KEPT)
    await tx.deleteFrom('access_first_start').where('hash', 'not in', kept).execute()
    return true
  })
  return made ? `${deps.config.publicUrl}/first-start#${token}` : undefined
}

export interface FirstAdministrator extends NewUser {
  readonly token: string
}

/**
 * Makes the first administrator, voids every link, and returns the secret of the administrator's session. Of two at once,
 * one succeeds.
 */
export async function makeFirstAdministrator(
  deps: AccessDeps & { readonly reaches: Reaches },
  ask: FirstAdministrator,
  { from, userAgent }: { readonly from: Origin; readonly userAgent: string },
): Promise<string> {
  await checkLink(deps, ask.token)
  const prepared = await prepareUser(ask)
  return deps.db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'firstStart')
    const [used] = await tx.deleteFrom('access_first_start').where('hash', '=', hashSecret(ask.token)).execute()
    if (used?.numDeletedRows !== 1n || !(await isFirstStart(tx))) throw problem(firstStartVoid)
    await tx.deleteFrom('access_first_start').execute()
    const userId = await insertAdministrator(tx, prepared, nowOf(deps), from)
    return beginSession(tx, deps, { userId, by: 'password', from, userAgent })
  })
}

/** Before the slow hash: a void link must not cost the server one. */
async function checkLink(deps: AccessDeps, token: string): Promise<void> {
  const found = await deps.db
    .selectFrom('access_first_start')
    .select('hash')
    .where('hash', '=', hashSecret(token))
    .executeTakeFirst()
  if (found === undefined) throw problem(firstStartVoid)
}

/** Without a link: for commands on the server's own machine and for the demo. Returns the person's number. */
export async function createAdministrator(deps: AccessDeps, user: NewUser): Promise<string> {
  const prepared = await prepareUser(user)
  return deps.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('access_first_start').execute()
    return insertAdministrator(tx, prepared, nowOf(deps))
  })
}

async function insertAdministrator(tx: Tx, prepared: PreparedUser, now: Date, from?: Origin): Promise<string> {
  const id = await insertUser(tx, prepared, now)
  const held = { organisation_id: 1, role: 'administrator' } as const
  await tx
    .insertInto('access_memberships')
    .values({ user_id: id, ...held, since: now })
    .execute()
  const after = { login: prepared.login, name: prepared.name, ...held }
  await recordAudit(tx, { who: NOBODY, what: 'user.created', subject: `user:${id}`, after, from, at: now })
  return id
}
