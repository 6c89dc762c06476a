import type { Module } from '../module.ts'

/** The audit log: no context, but with tables and a job of its own. */
export const audit: Module = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  commands: { audit: () => import('../../cli/audit.ts') },
  help: `\
  otklik audit verify [--file F] [--heads F]    проверить, что журнал действий не изменён
  otklik audit export --out F                   выгрузить журнал действий
  otklik audit heads                            отметки конца журнала, которые хранит база
`,
}
