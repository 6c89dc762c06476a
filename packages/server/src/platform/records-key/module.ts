import type { Module } from '../module.ts'

/** Whether the key at hand is the one that seals the records of this database. */
export const recordsKey: Module = {
  migrations: () => import('./migrations.ts'),
}
