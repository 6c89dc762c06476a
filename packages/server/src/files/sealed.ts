import type { SealedRecords } from '../platform/records-key/index.ts'

/** What is sealed beside every sealed file: opening it tells whether the key is the right one. */
export const SEALED_WORD = 'kept file'

/** Files with personal data: lost without the key that sealed them. Records that name them stay, and say that nothing is there. */
export const filesSealed: readonly SealedRecords[] = [
  {
    title: 'файлов с персональными данными',
    texts: async (db) => {
      const rows = await db.selectFrom('kept_files').select('sealed').where('sealed', 'is not', null).execute()
      return rows.flatMap(({ sealed }) => sealed ?? [])
    },
    forget: async (tx) => {
      const lost = tx.selectFrom('kept_files').select('id').where('sealed', 'is not', null)
      await tx.deleteFrom('kept_file_pieces').where('file_id', 'in', lost).execute()
      const broken = { digest: null, sealed: null, complete: false, size: 0 }
      await tx.updateTable('kept_files').set(broken).where('sealed', 'is not', null).execute()
    },
  },
]
