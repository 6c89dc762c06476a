import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../../platform/postgres/open.ts'
import { hashSecret } from '../../secrets.ts'

const COUNT = 10
/** Without i, l, o and u, which are read wrong from paper. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
/** 80 bits: five for each sign. */
const LENGTH = 16

/** Ten new codes in place of the old ones; they are returned here and never again. */
export async function renewCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode)
  await tx.deleteFrom('access_recovery_codes').where('user_id', '=', userId).execute()
  const rows = codes.map((code) => ({ user_id: userId, hash: hashOf(userId, code) }))
  await tx.insertInto('access_recovery_codes').values(rows).execute()
  return codes
}

/** Whether it was one of the person's codes; it is none any more. */
export async function spendRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const [spent] = await tx
    .deleteFrom('access_recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hashOf(userId, code))
    .execute()
  return spent?.numDeletedRows === 1n
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('access_recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return left
}

/** In groups of four: «k7qd-…». */
function newCode(): string {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte & 31] ?? '')
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** However it was written down: with capitals, without dashes, with letters that look like figures. */
function hashOf(userId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replaceAll('o', '0')
  return hashSecret(`${userId}\n${plain}`)
}
