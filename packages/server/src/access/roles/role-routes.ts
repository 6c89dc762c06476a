import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { AccessParts } from '../parts.ts'
import { demandSecondFactor, listRoles } from './roles.ts'

export function roleRoutes(app: App, parts: AccessParts): void {
  serve(app, contract.listRoles, () => listRoles(parts.db))
  serve(app, contract.demandSecondFactor, (call) => demandSecondFactor(parts, { ...call.params, ...call.body }, call))
}
