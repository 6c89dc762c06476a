import type { App } from '../platform/http/index.ts'
import type { PlatformDeps } from '../platform/module.ts'
import { certificationRoutes } from './routes.ts'

export const routes = (app: App, { db }: Pick<PlatformDeps, 'db'>): void => certificationRoutes(app, { db })
