import type { Kysely } from 'kysely'
import { type AuditVerdict, followChain, type Head } from './chain.ts'
import type { AuditRow, AuditTables } from './tables.ts'

const PAGE = 1000

/** Reads the whole log in pages and follows the chain. @param noted heads that were written down elsewhere. */
export function verifyAudit(db: Kysely<AuditTables>, noted: readonly Head[] = []): Promise<AuditVerdict> {
  return followChain(rowsOf(db), noted)
}

/** All rows in order, a page at a time. */
export async function* rowsOf(db: Kysely<AuditTables>): AsyncGenerator<AuditRow> {
  let after = 0
  for (;;) {
    const page = await db
      .selectFrom('audit_log')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.seq
  }
}

/** The last row of the log; undefined: there is none. */
export function headOf(db: Kysely<AuditTables>): Promise<Head | undefined> {
  return db.selectFrom('audit_log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}
