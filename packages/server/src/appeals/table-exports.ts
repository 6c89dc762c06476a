import { APPEAL_COURSE, KINDS, OUTCOMES, SOURCES } from '@otklik/model/appeals'
import type { AppealLine } from '@otklik/model/appeals/api'
import type { TableRow } from '../platform/http/index.ts'

/** The register as a file: what is on its screen, without contacts and originals. */
export const appealsTable = {
  name: 'Обращения',
  columns: [
    { key: 'number', title: '№ обращения' },
    { key: 'authority', title: 'Орган' },
    { key: 'service', title: 'Услуга' },
    { key: 'kind', title: 'Вид' },
    { key: 'source', title: 'Источник' },
    { key: 'state', title: 'Состояние' },
    { key: 'received', title: 'Поступило', type: 'day' },
    { key: 'registered', title: 'Зарегистрировано', type: 'day' },
    { key: 'rule', title: 'Правило срока' },
    { key: 'due', title: 'Срок', type: 'day' },
    { key: 'actBy', title: 'Действовать до', type: 'day' },
    { key: 'overdue', title: 'Просрочено' },
    { key: 'executor', title: 'Исполнитель' },
    { key: 'answered', title: 'Ответ', type: 'day' },
    { key: 'closed', title: 'Закрыто', type: 'day' },
    { key: 'outcome', title: 'Итог' },
    { key: 'reopened', title: 'Возобновлено, раз', type: 'integer' },
    { key: 'excerpt', title: 'Начало текста, без личных данных' },
  ],
  cells: ({ kind, source, state, outcome, overdue, ...row }: AppealLine): TableRow => ({
    ...row,
    kind: KINDS[kind],
    source: SOURCES[source],
    state: APPEAL_COURSE.states[state],
    outcome: outcome && OUTCOMES[outcome],
    overdue: overdue ? 'да' : 'нет',
  }),
} as const
