import type { App } from '../platform/http/index.ts'
import type { PlatformDeps } from '../platform/module.ts'
import type { RegisterDeps } from './deps.ts'
import { registerRoutes } from './routes.ts'

export interface RegisterServerDeps extends PlatformDeps {
  readonly officeRequests: NonNullable<RegisterDeps['officeRequests']>
}

export const routes = (app: App, { db, officeRequests }: RegisterServerDeps): void =>
  registerRoutes(app, { db, officeRequests })
