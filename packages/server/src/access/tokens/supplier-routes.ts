import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/api'
import { type App, needs, serve } from '../../platform/http/index.ts'
import type { AccessParts } from '../parts.ts'
import { issueToken } from './issue-token.ts'
import { revokeToken } from './revoke-token.ts'
import { saveSupplier } from './save-supplier.ts'
import { listSuppliers } from './suppliers.ts'

export function supplierRoutes(app: App, parts: AccessParts): void {
  const manage = needs('suppliers.manage')
  serve(app, contract.listSuppliers, needs('suppliers.read'), async ({ who }) => ({
    suppliers: await listSuppliers(parts.db, reachOf(who)),
  }))
  serve(app, contract.saveSupplier, manage, ({ params, body, who, from }) =>
    saveSupplier(parts, { ...params, ...body }, who, from),
  )
  serve(app, contract.issueToken, manage, ({ params, body, who, from }) =>
    issueToken(parts, { ...params, ...body }, who, from),
  )
  serve(app, contract.revokeToken, manage, ({ params, who, from }) => revokeToken(parts, params, who, from))
}
