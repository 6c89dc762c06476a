import type { SealedRecords } from '../../platform/records-key/index.ts'

/** Contacts of those who send remarks: lost without the key that sealed them. The remarks stay. */
export const certificationSealed: readonly SealedRecords[] = [
  {
    title: 'контактов в замечаниях к перечням',
    texts: async (db) => {
      const rows = await db
        .selectFrom('certification_remarks')
        .select('contacts_sealed')
        .where('contacts_sealed', 'is not', null)
        .execute()
      return rows.flatMap(({ contacts_sealed }) => contacts_sealed ?? [])
    },
    forget: async (tx) => {
      await tx.updateTable('certification_remarks').set({ contacts_sealed: null }).execute()
    },
  },
]
