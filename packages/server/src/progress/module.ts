import type { Module } from '../platform/module.ts'
import type { ProgressServerDeps } from './server.ts'

/** Requests and events, indicators, critical values, one request's timeline. */
export const progress: Module<ProgressServerDeps> = {
  migrations: () => import('./alarms/migrations.ts'),
  server: () => import('./server.ts'),
  commands: {
    indicators: () => import('./commands/indicators.ts'),
    statuses: () => import('./commands/statuses.ts'),
  },
  help: `\
  otklik indicators [--from ГГГГ-ММ] [--to ГГГГ-ММ] [--service ID] [--region CODE]
                    [--by service,region,channel,month] --format json|csv|table
                                                показатели по срезам
  otklik statuses --format json|table           статусная модель
`,
}
