import type { App } from '../platform/http/index.ts'
import { type Outside, outsideRoutes } from './outside/index.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import { firstStepRoutes } from './first-steps/first-step-routes.ts'
import { organisationRoutes } from './organisations/organisation-routes.ts'
import { ownAccessRoutes } from './own-access/own-access-routes.ts'
import type { PeopleDeps } from './deps.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { roleRoutes } from './roles/role-routes.ts'
import type { SessionRouteDeps } from './signing-in/session-routes.ts'
import { sessionRoutes } from './signing-in/session-routes.ts'
import { supplierRoutes } from './tokens/supplier-routes.ts'
import { tokenRoutes } from './tokens/token-routes.ts'

export interface AccessRouteDeps extends SessionRouteDeps, PeopleDeps {
  /** The outside identity provider, where there is one. */
  readonly outside?: Outside | undefined
}

/** Registers the calls of this context: signing in, people, organisations, roles, keys, the audit. */
export function accessRoutes(app: App, deps: AccessRouteDeps): void {
  sessionRoutes(app, deps)
  ownAccessRoutes(app, deps)
  outsideRoutes(app, deps)
  supplierRoutes(app, deps)
  tokenRoutes(app, deps)
  auditRoutes(app, deps)
  organisationRoutes(app, deps)
  firstStepRoutes(app, deps)
  peopleRoutes(app, deps)
  invitationRoutes(app, deps)
  roleRoutes(app, deps)
}
