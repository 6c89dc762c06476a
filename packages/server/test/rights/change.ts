import type { Db } from '../../src/platform/postgres/open.ts'
import type { Things } from './world.ts'

let planted = 0

/** The service of the part as a process of the map. */
export async function plantProcess(db: Db, { word, service, authority, region }: Things): Promise<string> {
  await db
    .insertInto('change_processes')
    .values({ id: service, name: `${word}ая услуга`, kind: 'service', authority_id: Number(authority), region })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return service
}

/** What somebody of the part said of its service, not coded yet. */
export async function plantStatement(db: Db, things: Things): Promise<number> {
  const process = await plantProcess(db, things)
  const key = String(++planted)
  const text = `${things.word}ая очередь ${key}`
  const said = {
    source: 'review',
    batch: 'test',
    key,
    process,
    day: '2026-05-12',
    text,
    stems: text,
    rating: 1,
  } as const
  const { id } = await db
    .insertInto('change_statements')
    .values({ ...said, channel: null, request: null, filtered: null, stage: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('change_statements').set({ twin: id }).where('id', '=', id).execute()
  return id
}
