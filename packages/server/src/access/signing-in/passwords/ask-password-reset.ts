import type { Origin } from '../../../platform/http/index.ts'
import type { PeopleDeps } from '../../deps.ts'
import { findUser } from '../../people/users.ts'

/** A number that no person has. */
const NOBODYS_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Asks for the letter with a link for a new password. For an unknown login the same work is done, with a letter that the
 * job will write to nobody: neither the answer nor its time tells which logins there are.
 */
export async function askPasswordReset({ db, letters }: PeopleDeps, login: string, from: Origin): Promise<void> {
  const user = await findUser(db, login)
  const letter = { kind: 'password_reset', userId: user?.id ?? NOBODYS_ID, from } as const
  await db.transaction().execute((tx) => letters.send(tx, letter))
}
