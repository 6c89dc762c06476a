import { type Actor, reachOfActor } from '../platform/audit/index.ts'
import { badField } from '../platform/problems/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { findAuthority, type FoundAuthority } from '../register/index.ts'
import { isOwn } from './within.ts'

/** The authority by its number in the register, if it is the caller's; one out of reach is unknown here. */
export async function requireAuthority(db: Db, id: string, who: Actor): Promise<FoundAuthority> {
  const found = await findAuthority(db, id)
  if (found === undefined || !isOwn(reachOfActor(who), found))
    throw badField('authority', 'Такого органа нет среди тех, чьи опросы вы ведёте.')
  return found
}
