import { isMailAddress } from '@otklik/model/access'
import type { Cipher } from '../../platform/cipher.ts'
import type { Recipient } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Where an active person gets letters; undefined: they have no address, or have been deactivated. */
export async function mailOf(db: Db, cipher: Cipher, userId: string): Promise<Recipient | undefined> {
  const user = await db
    .selectFrom('access_users')
    .select(['name', 'mail_sealed'])
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!user?.mail_sealed) return undefined
  const address = cipher.open(user.mail_sealed)
  return isMailAddress(address) ? { name: user.name, address } : undefined
}
