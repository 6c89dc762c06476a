import type { App } from '../platform/http/index.ts'
import type { PlatformDeps } from '../platform/module.ts'
import { campaignRoutes } from './later.ts'
import { questionnaireRoutes } from './routes.ts'

export function routes(app: App, deps: PlatformDeps): void {
  questionnaireRoutes(app, deps)
  campaignRoutes(app)
}
