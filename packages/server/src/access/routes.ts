import type { App } from '../platform/http/index.ts'
import { type Outside, outsideRoutes } from './outside/index.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import { organisationRoutes } from './organisations/organisation-routes.ts'
import { ownAccessRoutes } from './own-access/own-access-routes.ts'
import type { PeopleParts } from './parts.ts'
import { invitationRoutes } from './people/invitation-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { roleRoutes } from './roles/role-routes.ts'
import type { SessionRouteParts } from './signing-in/session-routes.ts'
import { sessionRoutes } from './signing-in/session-routes.ts'
import { supplierRoutes } from './tokens/supplier-routes.ts'
import { tokenRoutes } from './tokens/token-routes.ts'

export interface AccessRouteParts extends SessionRouteParts, PeopleParts {
  /** The outside identity provider, where there is one. */
  readonly outside?: Outside | undefined
}

/** Registers the calls of this context: signing in, people, organisations, roles, keys, the audit. */
export function accessRoutes(app: App, parts: AccessRouteParts): void {
  sessionRoutes(app, parts)
  ownAccessRoutes(app, parts)
  outsideRoutes(app, parts)
  supplierRoutes(app, parts)
  tokenRoutes(app, parts)
  auditRoutes(app, parts)
  organisationRoutes(app, parts)
  peopleRoutes(app, parts)
  invitationRoutes(app, parts)
  roleRoutes(app, parts)
}
