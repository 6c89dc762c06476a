import type { Module } from '../platform/module.ts'
import type { ExchangeServerDeps } from './server.ts'
import { scratchTableNames, stageTableNames } from './staging/tables.ts'

/** Packages in and out: ledger, checks, set-aside rows, receipts. */
export const exchange: Module<ExchangeServerDeps> = {
  migrations: () => import('./migrations.ts'),
  schemaSteps: () => import('./staging/steps.ts'),
  backup: { passing: [...stageTableNames, ...scratchTableNames] },
  server: () => import('./server.ts'),
  commands: {
    check: () => import('./commands/check.ts'),
    replay: () => import('./commands/replay.ts'),
    import: () => import('./commands/import.ts'),
    export: () => import('./commands/export.ts'),
    withdraw: () => import('./commands/withdraw.ts'),
    rebuild: () => import('./commands/rebuild.ts'),
  },
  help: `\
  otklik check PATH… [--date ГГГГ-ММ-ДД] [--json] [--quarantine DIR [--xlsx]]
                                                проверить пакет, ничего не записывая;
                                                отложенные строки – в папку, с --xlsx ещё и книгами
  otklik replay DIR [--date ГГГГ-ММ-ДД] [--receipts]
                                                проверить все пакеты папки и сравнить с прошлым разом
  otklik import PATH… --supplier CODE [--date ГГГГ-ММ-ДД] [--json]
                                                принять пакет
  otklik export --date ГГГГ-ММ-ДД [--supplier CODE] --out DIR
                                                выгрузить принятое за отчётную дату
  otklik withdraw НОМЕР --reason ТЕКСТ          отозвать принятый пакет: его строки больше не учитываются
  otklik rebuild                                собрать показатели заново из принятых пакетов (сервер остановлен)
`,
}
