import type { Module } from '../platform/module.ts'
import type { CertificationServerDeps } from './server.ts'

/** Objects of certification, their lists, the procedure of every object, its papers and what comes after them. */
export const certification: Module<CertificationServerDeps> = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  deadlines: () => import('./deadlines.ts'),
  commands: { score: () => import('./commands/score.ts') },
  help: `\
  otklik score [F.jsonl]                        интегральный уровень объектов сертификации: строка JSON на каждый
`,
}
