import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { AccessDeps } from '../deps.ts'
import { issueToken } from './issue-token.ts'
import { revokeToken } from './revoke-token.ts'
import { saveSupplier } from './save-supplier.ts'
import { listSuppliers } from './suppliers.ts'

export function supplierRoutes(app: App, deps: AccessDeps): void {
  serve(app, contract.listSuppliers, async ({ who }) => ({
    suppliers: await listSuppliers(deps.db, reachOf(who)),
  }))
  serve(app, contract.saveSupplier, (call) => saveSupplier(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.issueToken, (call) => issueToken(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.revokeToken, (call) => revokeToken(deps, call.params, call))
}
