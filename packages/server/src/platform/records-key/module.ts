import type { Module } from '../module.ts'

/** Whether the key at hand is the one that seals the records of this database. */
export const recordsKey: Module = {
  migrations: () => import('./migrations.ts'),
  commands: { 'records-key': () => import('../../cli/records-key.ts') },
  help: `\
  otklik records-key [--new]                    подходит ли ключ записей; новый вместо утраченного (сервер остановлен)
`,
}
