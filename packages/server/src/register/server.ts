import type { App } from '../platform/http/index.ts'
import type { PlatformDeps } from '../platform/module.ts'
import type { RegisterParts } from './parts.ts'
import { registerRoutes } from './routes.ts'

export interface RegisterServerDeps extends PlatformDeps {
  readonly officeRequests: NonNullable<RegisterParts['officeRequests']>
}

export const routes = (app: App, { db, officeRequests }: RegisterServerDeps): void =>
  registerRoutes(app, { db, officeRequests })
