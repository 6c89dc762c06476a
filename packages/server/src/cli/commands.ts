import { modules } from '../modules.ts'
import type { Command } from '../platform/module.ts'

/** Every command by its word, loaded when asked for: `otklik check` needs neither the server nor the store. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve.ts'),
  demo: () => import('./demo.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'records-key': () => import('./records-key.ts'),
  audit: () => import('./audit.ts'),
  help: () => import('./help.ts'),
  ...Object.fromEntries(modules.flatMap((module) => Object.entries(module.commands ?? {}))),
}
