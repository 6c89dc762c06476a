import type { Module } from '../platform/module.ts'

/** From what people say to what is changed: texts, topics, problems, measures. */
export const change: Module = {
  commands: { mask: () => import('./commands/mask.ts') },
  help: `\
  otklik mask ТЕКСТЫ.jsonl                      заменить личные данные в текстах; строка – {"id","text"}
`,
}
