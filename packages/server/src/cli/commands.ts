/** A command reads its own arguments and gives the exit status. */
export interface Command {
  run(args: readonly string[]): Promise<number>
}

/** Loaded when asked for: `otklik check` needs neither the server nor the store. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => import('./check.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  indicators: () => import('./indicators.ts'),
  statuses: () => import('./statuses.ts'),
  workdays: () => import('../calendar/commands/workdays.ts'),
  score: () => import('../certification/commands/score.ts'),
  serve: () => import('./serve.ts'),
  rebuild: () => import('./rebuild.ts'),
  audit: () => import('./audit.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'records-key': () => import('./records-key.ts'),
  demo: () => import('./demo.ts'),
  help: () => import('./help.ts'),
}
