import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { AccessDeps } from '../deps.ts'
import { demandSecondFactor, listRoles } from './roles.ts'

export function roleRoutes(app: App, deps: AccessDeps): void {
  serve(app, contract.listRoles, () => listRoles(deps.db))
  serve(app, contract.demandSecondFactor, (call) => demandSecondFactor(deps, { ...call.params, ...call.body }, call))
}
