import type { Module } from '../platform/module.ts'
import type { CalendarServerDeps } from './server.ts'

/** Working days and working time out of tables of years. */
export const calendar: Module<CalendarServerDeps> = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  commands: {
    workdays: () => import('./commands/workdays.ts'),
    deadlines: () => import('./commands/deadlines.ts'),
  },
  help: `\
  otklik workdays С ПО [--zone ПОЯС]            рабочие дни и рабочее время между днями или временами
  otklik workdays С --add N [--unit working|calendar]
                                                день через N дней
  otklik workdays --year ГГГГ | --load F        производственный календарь года; внести таблицу года
  otklik deadlines --year ГГГГ [--standing] --format json|ics|table
                                                сроки года: формы, отчёты, перечни сертификации
`,
}
