import * as contract from '@otklik/model/api'
import { type App, needs, serve, signedIn } from '../../platform/http/index.ts'
import type { AccessParts } from '../parts.ts'
import { demandSecondFactor, listRoles } from './roles.ts'

export function roleRoutes(app: App, parts: AccessParts): void {
  serve(app, contract.listRoles, signedIn(), () => listRoles(parts.db))
  serve(app, contract.demandSecondFactor, needs('people.manage'), (call) =>
    demandSecondFactor(parts, { ...call.params, ...call.body }, call),
  )
}
