import { BUILT_IN_RULES } from '@otklik/model/appeals'
import { csv, type Handlers, isFile } from './fake-contract.ts'
import * as appeals from './fixtures/appeals.ts'

const card = () => ({ json: appeals.card() })

export const appealsHandlers: Handlers = {
  listAppeals: ({ query, state }) => {
    if (isFile(query)) return csv('appeals.csv')
    const rows = state.empty ? [] : appeals.lines()
    return { json: { total: rows.length, rows } }
  },
  readAppealChoices: () => ({
    json: {
      authorities: [
        { id: 1, name: 'Министерство образования Белгородской области' },
        { id: 2, name: 'Управление культуры' },
      ],
      executors: [{ id: '00000000-0000-4000-8000-000000000001', name: 'Петров Пётр Петрович' }],
      rules: [{ code: '59.answer', title: '59-ФЗ, ст. 12', extension: 30 }],
    },
  }),
  listAppealReminders: ({ state }) => ({ json: { rows: state.empty ? [] : appeals.reminders } }),
  listAppealMappings: ({ state }) => ({ json: { rows: state.empty ? [] : [appeals.mapping] } }),
  saveAppealMapping: () => ({ json: appeals.mapping }),
  lookAtAppealsFile: () => ({ json: appeals.look }),
  loadAppealsFile: () => ({ json: appeals.loads[0] }),
  listAppealsLoads: ({ state }) => ({ json: { rows: state.empty ? [] : appeals.loads } }),
  receiveAppeal: () => ({ json: { id: 7, number: 'ОТ-2026-000007', known: false, code: '7K3M-9QXA-2FH8' } }),
  readAppeal: card,
  answerAppeal: card,
  assignAppeal: card,
  readAppealOriginal: () => ({
    json: {
      text: 'Не пришло уведомление о записи в школу. Мой телефон 8 900 000-00-00.',
      contact: { name: 'Заявитель', mail: 'applicant@example.test', phone: null, address: null },
    },
  }),
  listAppealRules: () => {
    const rows = BUILT_IN_RULES.map((rule) => ({ ...rule, authority: null, own: false }))
    return { json: { total: rows.length, rows } }
  },
  readAppealMetrics: ({ state }) => ({
    json: state.empty
      ? {
          now: appeals.noMetrics('2026-Q3'),
          before: appeals.noMetrics('2026-Q2'),
          year_ago: appeals.noMetrics('2025-Q3'),
        }
      : {
          now: appeals.metrics('2026-Q3', 504),
          before: appeals.metrics('2026-Q2', 466),
          year_ago: appeals.metrics('2025-Q3', 431),
        },
  }),
  listFrozenQuarters: ({ state }) => ({
    json: {
      rows: state.empty
        ? []
        : [
            {
              id: 1,
              quarter: '2026-Q2',
              as_of: '2026-07-10',
              authority: { id: 1, name: 'Министерство образования Белгородской области' },
              at: '2026-07-10T09:00:00.000Z',
              by: 'Руководитель',
              metrics: appeals.metrics('2026-Q2', 466),
            },
          ],
    },
  }),
}
