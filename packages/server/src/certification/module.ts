import type { Module } from '../platform/module.ts'

/** Objects of certification, the single list and the lists of the years, their editions. */
export const certification: Module = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  commands: { score: () => import('./commands/score.ts') },
  help: `\
  otklik score [F.jsonl]                        интегральный уровень объектов сертификации: строка JSON на каждый
`,
}
