import type { Module } from '../platform/module.ts'
import type { RegisterServerDeps } from './server.ts'

/** Services, authorities, offices with their time zones, regions, norms, the history of each. */
export const register: Module<RegisterServerDeps> = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
}
