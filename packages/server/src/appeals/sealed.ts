import type { SealedRecords } from '../platform/records-key/index.ts'

/** Originals, contacts and answers: what is lost without the key that sealed them. The masked texts stay. */
export const appealsSealed: readonly SealedRecords[] = [
  {
    title: 'обращений с запечатанным текстом или контактом',
    texts: async (db) => {
      const rows = await db
        .selectFrom('appeals')
        .select(({ fn }) => fn.coalesce('original_sealed', 'contact_sealed', 'answer_sealed').as('sealed'))
        .execute()
      return rows.flatMap(({ sealed }) => sealed ?? [])
    },
    forget: async (tx) => {
      // What is found by a keyed hash is found no more: the hashes are of the old key.
      const forgotten = {
        original_sealed: null,
        contact_sealed: null,
        answer_sealed: null,
        contact_key: null,
        code_hash: null,
      }
      await tx.updateTable('appeals').set(forgotten).execute()
    },
  },
]
