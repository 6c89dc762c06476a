import type { UserPrincipal } from '@otklik/model/access'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { notify } from '../letters/notify.ts'
import type { PeopleDeps } from '../deps.ts'
import { checkOwnPassword } from '../signing-in/passwords/check-own-password.ts'
import { newAuthenticator } from '../signing-in/second-factor/factor-code.ts'
import type { Patience } from '../signing-in/pass-throttle.ts'
import { secondFactorNeeded, secondFactorNotBegun, secondFactorOff, secondFactorOn } from '../signing-in/problems.ts'
import { renewCodes } from '../signing-in/second-factor/recovery-codes.ts'
import { closeSessionsOf } from '../signing-in/sessions.ts'
import { withCode } from '../signing-in/second-factor/with-code.ts'
import { isFactorDemanded, readOwn } from './own.ts'

export type FactorDeps = PeopleDeps & Patience
type PersonCaller = RemoteCaller<UserPrincipal>

/**
 * A new secret to be shown for the authenticator; it is in use once `finishSecondFactor` gets a code of it. Who has a
 * password gives it again.
 */
export async function beginSecondFactor(deps: FactorDeps, given: string, caller: PersonCaller) {
  const { who, from, at } = caller
  const own = await readOwn(deps.db, who)
  if (own.totp_since !== null) throw problem(secondFactorOn)
  if (own.password !== null) await checkOwnPassword(deps, { given, stored: own.password }, caller)
  const made = newAuthenticator(who.login || who.name)
  const totp_sealed = deps.cipher.seal(made.secret)
  await deps.db.transaction().execute(async (tx) => {
    const [result] = await tx
      .updateTable('access_users')
      .set({ totp_sealed, totp_step: 0 })
      .where('id', '=', who.id)
      .where('totp_since', 'is', null)
      .execute()
    if (result?.numUpdatedRows !== 1n) throw problem(secondFactorOn)
    await recordAudit(tx, { who, what: 'second_factor.begun', subject: `user:${who.id}`, from, at })
  })
  return made
}

/** The factor is on; other sessions, opened without it, end. Returns the recovery codes. */
export async function finishSecondFactor(deps: FactorDeps, code: string, caller: PersonCaller) {
  const { who, from, at } = caller
  const own = await readOwn(deps.db, who)
  if (own.totp_since !== null) throw problem(secondFactorOn)
  if (own.totp_sealed === null) throw problem(secondFactorNotBegun)
  return withCode(deps, attemptOf(code, 'pending', caller), async (tx) => {
    await tx.updateTable('access_users').set({ totp_since: at }).where('id', '=', who.id).execute()
    const recoveryCodes = await renewCodes(tx, who.id)
    const after = { sessionsClosed: await closeSessionsOf(tx, who.id, who.session) }
    await notify(tx, deps, { kind: 'second_factor_on', userId: who.id, from })
    await recordAudit(tx, { who, what: 'second_factor.on', subject: `user:${who.id}`, after, from, at })
    return { recoveryCodes }
  })
}

/** Refused while any role of the person demands the factor. */
export async function removeSecondFactor(deps: FactorDeps, code: string, caller: PersonCaller) {
  const { who, from, at } = caller
  await requireOn(deps, who)
  if (await isFactorDemanded(deps.db, who.id)) throw problem(secondFactorNeeded)
  await withCode(deps, attemptOf(code, 'on', caller), async (tx, spent) => {
    const off = { totp_sealed: null, totp_since: null, totp_step: 0 }
    await tx.updateTable('access_users').set(off).where('id', '=', who.id).execute()
    await tx.deleteFrom('access_recovery_codes').where('user_id', '=', who.id).execute()
    await notify(tx, deps, { kind: 'second_factor_off', userId: who.id, from })
    await recordAudit(tx, { who, what: 'second_factor.off', subject: `user:${who.id}`, after: { by: spent }, from, at })
  })
}

/** New recovery codes in place of the old ones. */
export async function renewRecoveryCodes(deps: FactorDeps, code: string, caller: PersonCaller) {
  const { who, from, at } = caller
  await requireOn(deps, who)
  return withCode(deps, attemptOf(code, 'on', caller), async (tx, spent) => {
    const recoveryCodes = await renewCodes(tx, who.id)
    await notify(tx, deps, { kind: 'recovery_codes_renewed', userId: who.id, from })
    await recordAudit(tx, {
      who,
      what: 'second_factor.recovery_codes_renewed',
      subject: `user:${who.id}`,
      after: { by: spent },
      from,
      at,
    })
    return { recoveryCodes }
  })
}

async function requireOn(deps: FactorDeps, who: UserPrincipal): Promise<void> {
  if ((await readOwn(deps.db, who)).totp_since === null) throw problem(secondFactorOff)
}

const attemptOf = (code: string, awaited: 'pending' | 'on', { who, from }: PersonCaller) => ({
  userId: who.id,
  session: who.session,
  code,
  awaited,
  who,
  from,
})
