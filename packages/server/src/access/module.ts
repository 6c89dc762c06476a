import type { Module } from '../platform/module.ts'
import type { AccessServerDeps } from './server.ts'

/** Organisations, people and their roles, ways in, suppliers, keys of machines, the view of the audit. */
export const access: Module<AccessServerDeps> = {
  migrations: () => import('./migrations.ts'),
  // Signing in is of the moment: who comes after a restore signs in anew.
  backup: { leftOut: ['access_sessions', 'access_sign_in_failures', 'access_outside_attempts'] },
  server: () => import('./server.ts'),
}
