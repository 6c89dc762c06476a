import type { ListState } from '@otklik/model/certification'
import { OPERATOR } from '@otklik/model/access'
import {
  approveList,
  createYearList,
  fillObjects,
  publishList,
  submitSingleList,
} from '../../src/certification/index.ts'
import type { Db } from '../../src/platform/postgres/open.ts'
import { person } from '../support/principals.ts'
import type { Part } from './parts.ts'

/** Every service an object, the single list approved, the list of a year published for remarks. */
export async function publishLists(db: Db) {
  const centre = { who: OPERATOR, at: new Date() }
  const group = { who: person(), at: new Date() }
  await fillObjects(db, { scope: 'all', region: null }, centre)
  const { id: single } = await submitSingleList(db, centre)
  await approveList(db, single, { protocolNumber: '1', protocolDate: '2026-01-01' }, group)
  const { id: published } = await createYearList(db, 2026, centre)
  await publishList(db, published, centre)
  const rows = await db
    .selectFrom('certification_entries')
    .select(['id as entry', 'object_id as object', 'service'])
    .where('list_id', '=', published)
    .execute()
  const of = ({ service }: Part) => {
    const found = rows.find((row) => row.service === service)
    if (found === undefined) throw new Error(`${service} is no object`)
    return { object: found.object, entry: found.entry }
  }
  return { published, of }
}

let year = 2030

/** A list of a year that nobody has yet, in this state; past the calls under test. */
export async function plantList(db: Db, state: ListState): Promise<number> {
  year++
  const row = { kind: 'year', year, number: 1, state, created_at: new Date(), created_by: 'Проба' } as const
  const { id } = await db.insertInto('certification_lists').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** The version to change an object or an entry by. */
export async function versionOf(db: Db, table: 'certification_objects' | 'certification_entries', id: number) {
  return (await db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
}
