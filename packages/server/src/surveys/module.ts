import type { Module } from '../platform/module.ts'

/** Questionnaires, campaigns, and the answers to them. */
export const surveys: Module = {
  migrations: () => import('./migrations.ts'),
  schemaSteps: () => import('./steps.ts'),
  // What is counted is counted again from the responses.
  backup: {
    leftOut: ['survey_nonces', 'survey_uncounted', 'survey_source_keys', 'survey_traces'],
    passing: ['survey_sets', 'survey_tally', 'survey_sources', 'survey_totals'],
  },
  server: () => import('./server.ts'),
  commands: {
    questionnaire: () => import('./commands/questionnaire.ts'),
    answers: () => import('./commands/answers.ts'),
    results: () => import('./commands/results.ts'),
  },
  help: `\
  otklik questionnaire list | show КОД          встроенные анкеты
  otklik questionnaire check F [--previous F] [--format json]
                                                что не так с анкетой, сколько времени она займёт
  otklik answers check АНКЕТА F.jsonl           какие ответы подходят к анкете (файл или код встроенной): строка JSON на каждый
  otklik results АНКЕТА F.jsonl [--by ВОПРОС|ПРИЗНАК] [--against ЗНАЧЕНИЕ] [--margins M.json] [--clusters ПРИЗНАК]
                 [--strata ПРИЗНАК] [--min-cell 5] --format json|table
                                                итоги: доли и средние с интервалами, группы, разница между ними, веса
`,
}
