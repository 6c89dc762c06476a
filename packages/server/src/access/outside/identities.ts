import type { Tx } from '../../platform/postgres/open.ts'
import { hashSecret } from '../secrets.ts'
import type { Identity } from './outside.ts'

/** Whose identity it is; undefined: nobody's. */
export async function ownerOf(tx: Tx, { issuer, subject }: Identity) {
  return tx
    .selectFrom('access_identities as identity')
    .innerJoin('access_users as user', 'user.id', 'identity.user_id')
    .select(['user.id', 'user.totp_since', 'user.disabled_at'])
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', subject)
    .executeTakeFirst()
}

export async function keepIdentity(tx: Tx, userId: string, identity: Identity, now: Date): Promise<void> {
  await tx
    .insertInto('access_identities')
    .values({ user_id: userId, ...identity, linked_at: now })
    .execute()
}

/** For the audit: subjects can be people's numbers in other registers, so they are told apart but not told. */
export const identityMark = ({ issuer, subject }: Identity): string => hashSecret(`${issuer}\n${subject}`).slice(0, 16)
