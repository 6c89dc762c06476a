import type { App } from '../platform/http/index.ts'
import type { Job, PlatformDeps } from '../platform/module.ts'
import { lettersBy, workLetters } from './letters/job.ts'
import type { Reaches } from './organisations/reaches.ts'
import { openOutside } from './outside/index.ts'
import { NO_LETTERS } from './deps.ts'
import { accessRoutes } from './routes.ts'

export interface AccessServerDeps extends PlatformDeps {
  readonly reaches: Reaches
}

export function routes(app: App, { db, config, log, cipher, jobs, reaches }: AccessServerDeps): void {
  const outside = config.oidc && openOutside(config.oidc, log)
  const letters = config.mail ? lettersBy(jobs) : NO_LETTERS
  accessRoutes(app, {
    db,
    config,
    reaches,
    outside,
    cipher,
    letters,
    attemptsPerMinute: config.signInsPerMinute,
  })
}

export const jobs: readonly Job<AccessServerDeps>[] = [workLetters]
