import type { Module } from '../platform/module.ts'

/** What people write to authorities: the register, terms, answers, metrics of quarters. */
export const appeals: Module = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  deadlines: () => import('./deadlines.ts'),
  commands: { deadline: () => import('./commands/deadline.ts'), appeals: () => import('./commands/appeals.ts') },
  help: `\
  otklik deadline --from ГГГГ-ММ-ДД --rule КОД [--extended-by N] | F.jsonl
                                                срок ответа на обращение: последний день и до какого дня действовать
  otklik appeals check F [--mapping M.json] --date ГГГГ-ММ-ДД [--json]
                                                проверить файл обращений (CSV, XLSX), ничего не записывая
  otklik appeals metrics F --quarter ГГГГ-QN [--authority ID] [--as-of ГГГГ-ММ-ДД] --format json|csv|table
                                                показатели квартала по файлу обращений
`,
}
