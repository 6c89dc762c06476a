import { FIGURE_COLUMNS, indicatorList } from '@otklik/model/indicators'
import { dayInFigures } from '@otklik/model/print'
import type { ChartNote, IndicatorRow } from '@otklik/model/progress/api'
import type { Column, TableExport } from '../../platform/http/index.ts'
import { indicatorObjects } from '../indicators/objects.ts'
import { sliceKeys, type SliceName, slicesIn } from '../indicators/rows.ts'

const sliceTitles: Readonly<Record<SliceName, string>> = {
  service: 'Услуга',
  subservice: 'Вариант услуги',
  region: 'Субъект РФ',
  authority: 'Орган',
  office: 'Подразделение',
  channel: 'Канал',
  month: 'Месяц',
}

const figureColumns: readonly Column[] = FIGURE_COLUMNS.map(({ column, title, indicator }) => ({
  key: column,
  title,
  type: indicator === null ? 'integer' : 'number',
}))

/** What stands beside the figures of months. */
interface Beside {
  /** What each row is held against, under its own month. */
  readonly before?: readonly IndicatorRow[]
  readonly notes?: readonly Pick<ChartNote, 'day' | 'text'>[]
}

/**
 * The figures as a file: the values of the command, with a name where a slice has one, the limits of each figure, and of
 * each month after the last closed one the note of the screen. By month, what each figure was in `before` stands beside.
 */
export function indicatorTable(
  rows: readonly IndicatorRow[],
  by: readonly SliceName[],
  lastClosedMonth: string,
  { before = [], notes = [] }: Beside = {},
): TableExport {
  const named = rows.some(({ name }) => name !== undefined)
  const objects = indicatorObjects(rows)
  const earlier = new Map(before.map((row) => [placeOf(row), row]))
  return {
    name: 'Показатели',
    columns: [
      ...(named ? [{ key: 'name', title: 'Наименование' }] : []),
      ...slicesIn(by).map((key) => ({ key, title: sliceTitles[key] })),
      ...figureColumns,
      ...limits,
      ...(by.includes('month')
        ? [...beforeColumns, { key: 'note', title: 'Примечание' }, { key: 'happened', title: 'Заметки' }]
        : []),
    ],
    rows: rows.map((row, at) => ({
      name: row.name ?? '',
      ...objects[at],
      ...limitsOf(row),
      ...valuesBefore(earlier.get(placeOf(row))),
      note: (row.slice.month ?? '') > lastClosedMonth ? 'месяц не закрыт' : '',
      happened: notes
        .filter(({ day }) => day.slice(0, 7) === row.slice.month)
        .map(({ day, text }) => `${dayInFigures(day)}: ${text}`)
        .join('; '),
    })),
  }
}

/** `error_low` and `error_high` of `error_share`. */
const limitOf = (column: string, end: 'low' | 'high'): string => `${column.replace(/_share$/, '')}_${end}`

const limits: readonly Column[] = indicatorList.flatMap(({ column, shortName }) => [
  { key: limitOf(column, 'low'), title: `${shortName}, нижняя граница`, type: 'number' as const },
  { key: limitOf(column, 'high'), title: `${shortName}, верхняя граница`, type: 'number' as const },
])

const limitsOf = (row: IndicatorRow): Record<string, number | null> =>
  Object.fromEntries(
    indicatorList.flatMap(({ column, field }) => [
      [limitOf(column, 'low'), row[field].low],
      [limitOf(column, 'high'), row[field].high],
    ]),
  )

const placeOf = ({ slice }: IndicatorRow): string => JSON.stringify(sliceKeys.map((key) => slice[key] ?? null))

const beforeColumns: readonly Column[] = indicatorList.map(({ column, shortName }) => ({
  key: `${column}_before`,
  title: `${shortName}, для сравнения`,
  type: 'number',
}))

const valuesBefore = (row: IndicatorRow | undefined): Record<string, number | null> =>
  Object.fromEntries(indicatorList.map(({ column, field }) => [`${column}_before`, row?.[field].value ?? null]))
