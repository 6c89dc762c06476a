import type { SealedRecords } from '../platform/records-key/index.ts'

const addresses: SealedRecords = {
  title: 'почтовых адресов людей',
  texts: async (db) => {
    const rows = await db
      .selectFrom('access_users')
      .select('mail_sealed')
      .where('mail_sealed', 'is not', null)
      .execute()
    return rows.flatMap(({ mail_sealed }) => mail_sealed ?? [])
  },
  forget: async (tx) => {
    await tx.updateTable('access_users').set({ mail_sealed: null }).execute()
  },
}

/** Whoever has a second factor sets it up anew, with new recovery codes. */
const secondFactors: SealedRecords = {
  title: 'вторых факторов',
  texts: async (db) => {
    const rows = await db
      .selectFrom('access_users')
      .select('totp_sealed')
      .where('totp_sealed', 'is not', null)
      .execute()
    return rows.flatMap(({ totp_sealed }) => totp_sealed ?? [])
  },
  forget: async (tx) => {
    await tx.updateTable('access_users').set({ totp_sealed: null, totp_since: null, totp_step: 0 }).execute()
    await tx.deleteFrom('access_recovery_codes').execute()
  },
}

export const accessSealed: readonly SealedRecords[] = [addresses, secondFactors]
