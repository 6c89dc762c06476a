import { hasRight, type Principal, reachOf } from '@otklik/model/access'
import type { FormEdition } from '@otklik/model/certification/api'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import type { MaterialTables } from './tables.ts'

export type FormRow = Selectable<MaterialTables['certification_forms']>

/** All editions, the last first. */
export async function listForms(db: Db, who: Principal): Promise<{ mayEdit: boolean; rows: FormEdition[] }> {
  const rows = await withSheets(db).orderBy('edition', 'desc').execute()
  return { mayEdit: reachOf(who).everything && hasRight(who, 'lists.prepare'), rows: rows.map(formOf) }
}

const withSheets = (db: Db) =>
  db
    .selectFrom('certification_forms as f')
    .selectAll('f')
    .select(sql<number>`(SELECT count(*) FROM certification_self_checks c WHERE c.form_id = f.id)`.as('sheets'))

function formOf(row: FormRow & { readonly sheets: number }): FormEdition {
  const { id, edition, version, state, content, sheets } = row
  const withdrawn = act(row.withdrawn_by, row.withdrawn_at)
  return {
    id,
    edition,
    version,
    state,
    title: content.title,
    sections: content.sections.map(({ title, criteria }) => ({ title, criteria: [...criteria] })),
    bounds: content.bounds === null ? null : [...content.bounds],
    created: { by: row.created_by, at: row.created_at.toISOString() },
    published: act(row.published_by, row.published_at),
    withdrawn: withdrawn && { ...withdrawn, reason: row.withdrawn_reason ?? '' },
    sheets: Number(sheets),
  }
}

export const formWith = async (db: Db, id: number): Promise<FormEdition> =>
  formOf(await withSheets(db).where('f.id', '=', id).executeTakeFirstOrThrow())

/** The edition that new sheets are begun by; undefined where none is published. */
export const publishedForm = (db: Db): Promise<FormRow | undefined> =>
  db
    .selectFrom('certification_forms')
    .selectAll()
    .where('state', '=', 'published')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
