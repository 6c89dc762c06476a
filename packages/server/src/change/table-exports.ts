import { SOURCES } from '@otklik/model/change'
import type { Statement } from '@otklik/model/change/api'
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
