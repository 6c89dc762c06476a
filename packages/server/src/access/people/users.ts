import { isFitLogin, loginKey, loginSkeleton } from '@otklik/model/access'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { problem } from '../../platform/problems/index.ts'
import { fold } from '../../platform/text.ts'
import { newPasswordHash } from '../signing-in/passwords/new-password.ts'
import { badLogin } from '../problems.ts'

export interface NewUser {
  readonly login: string
  readonly name: string
  readonly password: string
}

/** The checks and the slow hash, to be done before a transaction is opened. */
export async function prepareUser({ login, name, password }: NewUser) {
  if (!isFitLogin(login)) throw problem(badLogin)
  return {
    login: login.trim(),
    login_key: loginKey(login),
    login_skeleton: loginSkeleton(login),
    name: name.trim(),
    folded: fold(`${name} ${login}`),
    password: await newPasswordHash(password, { login, name }),
  }
}
export type PreparedUser = Awaited<ReturnType<typeof prepareUser>>

export async function insertUser(tx: Tx, user: PreparedUser, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto('access_users')
    .values({ ...user, created_at: now, password_changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True until the first administrator has been made. */
export async function isFirstStart(db: Db): Promise<boolean> {
  return (await db.selectFrom('access_users').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Someone who may sign in, by what was typed as the login. */
export function findUser(db: Db, login: string) {
  return db
    .selectFrom('access_users')
    .select(['id', 'login', 'name', 'password', 'totp_since'])
    .where('login_key', '=', loginKey(login))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}
