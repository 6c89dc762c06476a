import { SOURCES } from '@otklik/model/change'
import type { MeasureRecord, Statement } from '@otklik/model/change/api'
import { MEASURE_STATES } from '@otklik/model/change/measures'
import type { Column, TableRow } from '../platform/http/index.ts'

/** The coded base as a file; texts are masked. */
export const statementsTable = {
  name: 'Высказывания',
  columns: [
    { key: 'id', title: '№', type: 'integer' },
    { key: 'day', title: 'День', type: 'day' },
    { key: 'source', title: 'Откуда' },
    { key: 'processName', title: 'Процесс' },
    { key: 'channel', title: 'Канал' },
    { key: 'text', title: 'Текст' },
    { key: 'rating', title: 'Оценка', type: 'integer' },
    { key: 'codes', title: 'Темы' },
    { key: 'coder', title: 'Кто кодировал' },
    { key: 'filtered', title: 'Не кодируется' },
  ],
  cells: (row: Statement): TableRow => ({
    ...row,
    source: SOURCES[row.source],
    codes: row.codes?.join(', ') ?? null,
    filtered: row.filtered && { no_problem: 'проблем нет', unusable: 'без содержания' }[row.filtered],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }

/** Measures as a file. */
export const measuresTable = {
  name: 'Меры',
  columns: [
    { key: 'id', title: '№', type: 'integer' },
    { key: 'text', title: 'Мера' },
    { key: 'problems', title: 'Проблемы' },
    { key: 'processes', title: 'Процессы' },
    { key: 'department', title: 'Подразделение' },
    { key: 'person', title: 'Ответственный' },
    { key: 'due', title: 'Срок', type: 'day' },
    { key: 'overdue', title: 'Просрочена' },
    { key: 'state', title: 'Состояние' },
    { key: 'doneOn', title: 'Выполнена', type: 'day' },
  ],
  cells: (row: MeasureRecord): TableRow => ({
    ...row,
    problems: row.problems.map(({ name }) => name).join('; '),
    processes: row.processes.map(({ name }) => name).join('; '),
    person: row.person?.name ?? null,
    overdue: row.overdue ? 'да' : 'нет',
    state: MEASURE_STATES[row.state],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
