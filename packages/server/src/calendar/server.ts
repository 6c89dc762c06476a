import type { App } from '../platform/http/index.ts'
import type { JobKind } from '../platform/jobs/queues.ts'
import type { PlatformDeps } from '../platform/module.ts'
import { calendarRoutes } from './routes.ts'

export interface CalendarServerDeps extends PlatformDeps {
  /** Enqueued with every table of a year that is entered or corrected: terms that waited for it are counted. */
  readonly afterYear: JobKind<Record<string, never>>
}

export const routes = (app: App, { db, jobs, afterYear }: CalendarServerDeps): void =>
  calendarRoutes(app, { db, afterYear: (tx) => jobs.enqueue(tx, afterYear, {}, { key: 'after-year' }) })
