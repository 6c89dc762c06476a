import { actsFor, reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/exchange/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { expectedDays } from './expected.ts'
import { findingsTable } from './findings-table.ts'
import { listFindings } from './list-findings.ts'

/** Registers the calls about what suppliers send as a whole. */
export function feedRoutes(app: App, { db, today }: { readonly db: Db; readonly today: () => string }): void {
  serve(app, contract.listFindings, async ({ query: { format = 'json', ...query }, who, reply }) => {
    const found = await listFindings(db, query, reachOf(who))
    return format === 'json' ? found : sendTable(reply, findingsTable(found.findings), format)
  })
  serve(app, contract.readExpected, async ({ query: { supplier }, who }) => {
    if (!actsFor(who, supplier)) throw problem(problems.notFound)
    return { days: await expectedDays(db, supplier, today()) }
  })
}
