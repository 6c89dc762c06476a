import type { Kysely } from 'kysely'
import { type AuditVerdict, followChain, type Head } from './chain.ts'
import type { AuditRow, AuditTables } from './tables.ts'

const PAGE = 1000

/** Reads the whole log in pages and follows the chain. */
export function verifyAudit(db: Kysely<AuditTables>, expected?: Head): Promise<AuditVerdict> {
  return followChain(rowsOf(db), expected)
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
