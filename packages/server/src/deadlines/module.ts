import type { Module } from '../platform/module.ts'
import type { DeadlinesServerDeps } from './server.ts'

/** «Сроки»: the one list to which every context adds what is due with it, calendars and letters that remind of it. */
export const deadlines: Module<DeadlinesServerDeps> = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  deadlines: () => import('./standing.ts'),
}
