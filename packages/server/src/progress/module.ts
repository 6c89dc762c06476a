import type { Module } from '../platform/module.ts'
import type { ProgressServerDeps } from './server.ts'

/** Requests and events, indicators, critical values, one request's timeline. */
export const progress: Module<ProgressServerDeps> = {
  migrations: () => import('./alarms/migrations.ts'),
  server: () => import('./server.ts'),
  commands: {
    indicators: () => import('./commands/indicators.ts'),
    why: () => import('./commands/why.ts'),
    statuses: () => import('./commands/statuses.ts'),
  },
  help: `\
  otklik indicators [--from ГГГГ-ММ] [--to ГГГГ-ММ] [--service ID] [--region CODE]
                    [--by service,region,channel,month] --format json|csv|table
                                                показатели по срезам
  otklik why --indicator refusals|errors --from ГГГГ-ММ --to ГГГГ-ММ [--against ГГГГ-ММ:ГГГГ-ММ]
             [--by service,subservice,authority,office,channel,region,status,applicant]
             [--service ID] [--region CODE] [--office НАЗВАНИЕ] [--channel КАНАЛ] [--authority ОРГАН]
             --format json|csv|table            почему изменилась доля: вклад каждой части
  otklik statuses --format json|table           статусная модель
`,
}
