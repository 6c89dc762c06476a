import type { Module } from '../module.ts'

/** The audit log: no context, but with tables and a job of its own. */
export const audit: Module = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
}
