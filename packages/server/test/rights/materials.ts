import { LETTERS } from '@otklik/model/certification'
import { cipherOf } from '../../src/platform/cipher.ts'
import type { Db } from '../../src/platform/postgres/open.ts'
import type { Things } from './world.ts'

const FORM = {
  title: 'Бланк',
  sections: [{ title: 'Раздел', criteria: [{ name: 'Критерий', weight: 1, evidence: null }] }],
  bounds: LETTERS.map((letter, at) => ({ letter, from: [90, 80, 70, 50, 20, 0][at] ?? 0 })),
}
/** An edition of the form of self-check in this state; no other draft is left. */
export async function plantForm(db: Db, state: 'draft' | 'published'): Promise<number> {
  await db
    .updateTable('certification_forms')
    .set({ state: 'published', published_at: new Date(), published_by: 'Проба' })
    .where('state', '=', 'draft')
    .execute()
  const { last } = await db
    .selectFrom('certification_forms')
    .select(({ fn }) => fn.max('edition').as('last'))
    .executeTakeFirstOrThrow()
  const published = state === 'published' && { published_at: new Date(), published_by: 'Проба' }
  const { id } = await db
    .insertInto('certification_forms')
    .values({
      edition: (last ?? 0) + 1,
      state,
      content: JSON.stringify(FORM),
      created_at: new Date(),
      created_by: 'Проба',
      ...published,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A sheet of the part's object that is being filled in; there is no other. */
export async function plantSheet(db: Db, { object }: Pick<Things, 'object'>): Promise<number> {
  await dropDraftSheets(db, { object })
  const form_id = await plantForm(db, 'published')
  const { id } = await db
    .insertInto('certification_self_checks')
    .values({
      object_id: object,
      year: 2026,
      form_id,
      state: 'draft',
      marks: JSON.stringify([{ number: '1.1', earned: 1, evidence: '', note: '' }]),
      filled_at: new Date(),
      filled_by: 'Проба',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function dropDraftSheets(db: Db, { object }: Pick<Things, 'object'>): Promise<void> {
  await db
    .deleteFrom('certification_self_checks')
    .where('object_id', '=', object)
    .where('state', '=', 'draft')
    .execute()
}

/** A remark on the part's entry in this state, with a file. */
export async function plantRemark(
  db: Db,
  { entry, word }: Pick<Things, 'entry' | 'word'>,
  state: 'draft' | 'sent',
): Promise<{ id: number; file: number }> {
  const at = new Date()
  const { id } = await db
    .insertInto('certification_remarks')
    .values({
      entry_id: entry,
      state,
      asks: 'include',
      text: `${word}ое замечание`,
      materials: JSON.stringify({ level: null, monitoring: null, form: null, act: null, mass: null }),
      contacts_sealed: null,
      begun_at: at,
      begun_by: 'Проба',
      ...(state === 'sent' && { sent_at: at, sent_by: 'Проба' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kept = await db
    .insertInto('kept_files')
    .values({ digest: cipherOf('x').mac('probe', String(id)), size: 4, type: 'pdf', complete: true, at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('kept_file_pieces')
    .values({ file_id: kept.id, piece: 0, bytes: Buffer.from('%PDF') })
    .execute()
  const file = await db
    .insertInto('certification_remark_files')
    .values({
      remark_id: id,
      kind: 'act',
      name: 'акт.pdf',
      size: 4,
      personal: false,
      file_id: kept.id,
      at,
      by: 'Проба',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, file: file.id }
}
