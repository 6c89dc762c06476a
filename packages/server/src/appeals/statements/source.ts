import { COMPLAINTS, SOURCES } from '@otklik/model/appeals'
import { type SqlBool, sql } from 'kysely'
import type { SourceText, StatementSource } from '../../change/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** What people wrote to authorities about services, masked; a month of receiving is a batch. */
export const appealSources = (db: Db): StatementSource[] => [sourceOf(db, 'complaint'), sourceOf(db, 'appeal')]

const sourceOf = (db: Db, source: 'appeal' | 'complaint'): StatementSource => ({
  source,
  batches: async () => {
    const rows = await said(db, source)
      .select([MONTH.as('batch')])
      .select(({ fn }) => fn.countAll<number>().as('statements'))
      .groupBy('batch')
      .orderBy('batch')
      .execute()
    return rows.map(({ batch, statements }) => ({ batch, statements: Number(statements) }))
  },
  read: (batches) => readAll(db, source, batches),
})

const MONTH = sql<string>`left(p.received, 7)`

/** Appeals about a service that have a text and count; what comes by packages and surveys is handed over by those. */
function said(db: Db, source: 'appeal' | 'complaint') {
  const complaint = sql<SqlBool>`p.kind = ANY(${[...COMPLAINTS]}::text[])`
  return db
    .selectFrom('appeals as p')
    .where(source === 'complaint' ? complaint : sql<SqlBool>`NOT ${complaint}`)
    .where('p.service', 'is not', null)
    .where('p.masked', '<>', '')
    .where('p.source', 'not in', ['package', 'survey'])
    .where('p.state', 'not in', ['void', 'duplicate'])
}

async function* readAll(db: Db, source: 'appeal' | 'complaint', batches: readonly string[]) {
  for (const batch of batches) {
    const rows = await said(db, source)
      .select(['p.id', 'p.service', 'p.source', 'p.received', 'p.masked', 'p.request_id'])
      .where(MONTH, '=', batch)
      .orderBy('p.id')
      .execute()
    const texts = rows.map(
      (row): SourceText => ({
        // Known by this number where people are told what was done.
        key: String(row.id),
        process: row.service ?? '',
        channel: SOURCES[row.source],
        day: row.received,
        text: row.masked,
        rating: null,
        request: row.request_id,
      }),
    )
    yield { batch, texts }
  }
}
