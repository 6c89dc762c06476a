import type { Module } from '../platform/module.ts'
import { keptTables } from './tables.ts'

/** What is counted, as it is kept. */
export const facts: Module = {
  schemaSteps: () => import('./steps.ts'),
  backup: { facts: keptTables, passing: ['cube_next', 'restated', 'restated_lives'] },
}
