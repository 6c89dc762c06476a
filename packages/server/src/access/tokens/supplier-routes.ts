import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { AccessParts } from '../parts.ts'
import { issueToken } from './issue-token.ts'
import { revokeToken } from './revoke-token.ts'
import { saveSupplier } from './save-supplier.ts'
import { listSuppliers } from './suppliers.ts'

export function supplierRoutes(app: App, parts: AccessParts): void {
  serve(app, contract.listSuppliers, async ({ who }) => ({
    suppliers: await listSuppliers(parts.db, reachOf(who)),
  }))
  serve(app, contract.saveSupplier, (call) => saveSupplier(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.issueToken, (call) => issueToken(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.revokeToken, (call) => revokeToken(parts, call.params, call))
}
