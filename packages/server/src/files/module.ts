import type { Module } from '../platform/module.ts'

/** Files that people hand in as evidence: one store for all contexts, which tell whose they are. */
export const files: Module = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
}
