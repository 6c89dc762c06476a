import { dayOf } from '@otklik/model/days'
import type { SealedRecords } from '../../platform/records-key/index.ts'

/** Contacts of respondents, and the codes by which feedback is found: lost without the key. Words and answers stay. */
export const surveysSealed: readonly SealedRecords[] = [
  {
    title: 'отзывов с контактом автора',
    texts: async (db) => {
      const rows = await db.selectFrom('survey_feedback').select('contact_sealed as sealed').execute()
      return rows.flatMap(({ sealed }) => sealed ?? [])
    },
    forget: async (tx) => {
      await tx
        .updateTable('survey_feedback')
        .set({ contact_sealed: null, contact_erased: dayOf(new Date()) })
        .where('contact_sealed', 'is not', null)
        .execute()
      // The hashes are of the old key: nothing is found by them any more.
      await tx.updateTable('survey_feedback').set({ code_hash: null }).execute()
    },
  },
]
