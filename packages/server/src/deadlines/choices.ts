import type { Principal, UserPrincipal } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import type { chooseDeadlineMail as route } from '@otklik/model/deadlines/api'
import { hashSecret, newSecret } from '../access/index.ts'
import { type Caller, recordAudit } from '../platform/audit/index.ts'
import type { Mail } from '../platform/mail/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { problem, problems } from '../platform/problems/index.ts'

export interface ChoiceDeps {
  readonly db: Db
  readonly publicUrl: string
  readonly mail: Mail | undefined
}
type Reminding = AnswerOf<typeof route>

/** Where the calendar of a secret is. */
export const CALENDAR_PATH = '/deadlines'

/** Systems and the operator have no calendar of their own. */
function requirePerson(who: Caller<Principal>['who']): UserPrincipal {
  if (who.kind !== 'user') throw problem(problems.peopleOnly)
  return who
}

export async function remindingOf({ db, mail }: ChoiceDeps, who: Principal): Promise<Reminding> {
  if (who.kind !== 'user') return { link: null, mail: false, mailPossible: false }
  const row = await db
    .selectFrom('access_users as u')
    .leftJoin('deadline_choices as c', 'c.user_id', 'u.id')
    .select(['u.mail_sealed', 'c.link_made_at', 'c.mail'])
    .where('u.id', '=', who.id)
    .executeTakeFirst()
  return {
    link: row?.link_made_at?.toISOString() ?? null,
    mail: row?.mail ?? false,
    mailPossible: mail !== undefined && row?.mail_sealed != null,
  }
}

/** Makes the secret address of the calendar anew: it is shown once, the database knows its hash. */
export const makeCalendarLink = ({ db, publicUrl }: ChoiceDeps, caller: Caller<Principal>): Promise<{ url: string }> =>
  db.transaction().execute(async (tx) => {
    const { id } = requirePerson(caller.who)
    const secret = newSecret()
    await choose(tx, id, { link_hash: hashSecret(secret), link_made_at: caller.at })
    await tell(tx, 'deadlines.link_made', id, null, caller)
    return { url: `${publicUrl}${CALENDAR_PATH}/${secret}.ics` }
  })

export const revokeCalendarLink = ({ db }: ChoiceDeps, caller: Caller<Principal>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { id } = requirePerson(caller.who)
    await choose(tx, id, { link_hash: null, link_made_at: null })
    await tell(tx, 'deadlines.link_revoked', id, null, caller)
  })

export const chooseMail = (deps: ChoiceDeps, wanted: boolean, caller: Caller<Principal>): Promise<Reminding> =>
  deps.db.transaction().execute(async (tx) => {
    const who = requirePerson(caller.who)
    await choose(tx, who.id, { mail: wanted })
    await tell(tx, 'deadlines.mail_chosen', who.id, { wanted }, caller)
    return remindingOf({ ...deps, db: tx }, who)
  })

type Choice = Partial<{ link_hash: string | null; link_made_at: Date | null; mail: boolean }>
async function choose(tx: Tx, user_id: string, choice: Choice): Promise<void> {
  await tx
    .insertInto('deadline_choices')
    .values({ user_id, ...choice })
    .onConflict((known) => known.column('user_id').doUpdateSet(choice))
    .execute()
}

const tell = (
  tx: Tx,
  what: 'deadlines.link_made' | 'deadlines.link_revoked' | 'deadlines.mail_chosen',
  user: string,
  after: object | null,
  { who, from, at }: Caller,
): Promise<void> => recordAudit(tx, { who, what, subject: `user:${user}`, after, from, at })
