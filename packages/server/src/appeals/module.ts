import type { Module } from '../platform/module.ts'

/** What people write to authorities: rules of terms so far. */
export const appeals: Module = {
  commands: { deadline: () => import('./commands/deadline.ts') },
  help: `\
  otklik deadline --from ГГГГ-ММ-ДД --rule КОД [--extended-by N] | F.jsonl
                                                срок ответа на обращение: последний день и до какого дня действовать
`,
}
