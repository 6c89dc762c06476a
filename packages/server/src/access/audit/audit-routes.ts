import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import { ranged, rangeOf } from '../../platform/list.ts'
import type { AccessDeps } from '../deps.ts'
import { auditTable } from './audit-table.ts'
import { everyRecord, listAudit } from './list-audit.ts'

export function auditRoutes(app: App, { db }: Pick<AccessDeps, 'db'>): void {
  serve(app, contract.listAudit, ({ query, who, reply }) => {
    const { format = 'json' } = query
    if (format === 'json') return listAudit(db, reachOf(who), query)
    const records = ranged(everyRecord(db, reachOf(who), query), rangeOf(query))
    return sendTable(reply, auditTable(records), format)
  })
}
