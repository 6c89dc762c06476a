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
  {
    title: 'названий файлов обращений',
    texts: async (db) => {
      const rows = await db.selectFrom('appeals_files').select('name_sealed').execute()
      return rows.map(({ name_sealed }) => name_sealed)
    },
    // Their content is lost with the key, too.
    forget: async (tx) => {
      await tx.deleteFrom('appeals_files').execute()
    },
  },
  {
    title: 'строк загруженных файлов обращений',
    texts: async (db) => {
      const rows = await db.selectFrom('appeals_set_aside').select('cells_sealed').execute()
      const pieces = await db.selectFrom('appeals_load_pieces').select('sealed').execute()
      return [...rows.map(({ cells_sealed }) => cells_sealed), ...pieces.map(({ sealed }) => sealed)]
    },
    forget: async (tx) => {
      await tx.deleteFrom('appeals_set_aside').execute()
      await tx.deleteFrom('appeals_load_pieces').execute()
      const trouble = 'Файл был запечатан прежним ключом записей. Отправьте его снова.'
      await tx
        .updateTable('appeals_loads')
        .set({ state: 'failed', trouble })
        .where('state', 'in', ['waiting', 'running'])
        .execute()
    },
  },
]
