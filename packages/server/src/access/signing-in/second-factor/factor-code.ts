import { Secret, TOTP } from 'otpauth'
import type { Cipher } from '../../../platform/cipher.ts'
import type { Tx } from '../../../platform/postgres/open.ts'
import { spendRecoveryCode } from './recovery-codes.ts'

const PERIOD_S = 30

/** A new secret of an authenticator, in base32, and the address that its QR code holds. */
export function newAuthenticator(label: string): { secret: string; uri: string } {
  const totp = authenticator(new Secret({ size: 20 }).base32, label)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

const authenticator = (secret: string, label = '') =>
  new TOTP({ issuer: 'Отклик', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_S })

/** The time step that a code of six figures belongs to, the last, this or the next one; undefined: to none. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime()
  const delta = authenticator(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_S) + delta
}

/**
 * Spends a code of a person: none is good twice.
 * @param awaited `pending`: a code of the secret that has been shown but is not in use yet.
 * Returns which kind it was; undefined when it is no good.
 */
export async function spendCode(
  tx: Tx,
  cipher: Cipher,
  { userId, code, awaited }: { readonly userId: string; readonly code: string; readonly awaited: 'pending' | 'on' },
  now: Date,
): Promise<'code' | 'recovery_code' | undefined> {
  const user = await tx
    .selectFrom('access_users')
    .select(['totp_sealed', 'totp_since', 'totp_step'])
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  if (!user?.totp_sealed || (user.totp_since === null) !== (awaited === 'pending')) return undefined
  const figures = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(figures))
    return awaited === 'on' && (await spendRecoveryCode(tx, userId, code)) ? 'recovery_code' : undefined
  const step = stepOfCode(cipher.open(user.totp_sealed), figures, now)
  if (step === undefined || step <= user.totp_step) return undefined
  await tx.updateTable('access_users').set({ totp_step: step }).where('id', '=', userId).execute()
  return 'code'
}
