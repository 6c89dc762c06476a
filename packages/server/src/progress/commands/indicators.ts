import { FIGURE_COLUMNS, formatNumber } from '@otklik/model/indicators'
import { csvLine } from '../../exchange/writing/csv.ts'
import { indicatorColumns, type IndicatorObject, indicatorObjects, type SliceName, sliceKeys } from '../index.ts'
import { throughDoor } from '../../cli/doors/door.ts'
import { printTable } from '../../cli/terminal/table.ts'
import { monthOption, oneOf, parse, UsageError } from '../../cli/usage.ts'

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  service: { type: 'string' },
  region: { type: 'string' },
  by: { type: 'string' },
  format: { type: 'string' },
} as const
const titles: Readonly<Record<string, string>> = {
  service: 'Услуга',
  subservice: 'Вариант',
  region: 'Регион',
  authority: 'Орган',
  office: 'Подразделение',
  channel: 'Канал',
  month: 'Месяц',
  ...Object.fromEntries(FIGURE_COLUMNS.map(({ column, heading }) => [column, heading])),
}

/** `otklik indicators [--from M] [--to M] [--service ID] [--region CODE] [--by …] --format json|csv|table` */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, options)
  const by = cuts(values.by ?? 'service,region,channel,month')
  const format = oneOf('format', values.format, ['json', 'csv', 'table'], 'table')
  const asked = {
    from: monthOption('from', values.from),
    to: monthOption('to', values.to),
    service: values.service,
    region: values.region,
  }
  if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to)
    throw new UsageError('Параметр --to: конец периода раньше начала.')
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  print(indicatorObjects(await throughDoor((door) => door.indicators(given, by))), by, format)
  return 0
}

function cuts(text: string): SliceName[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const unknown = words.find((word) => !sliceKeys.some((key) => key === word))
  if (unknown !== undefined)
    throw new UsageError(`Параметр --by: нет среза «${unknown}». Есть: ${sliceKeys.join(', ')}.`)
  return sliceKeys.filter((key) => words.includes(key))
}

function print(rows: readonly IndicatorObject[], by: readonly SliceName[], format: 'json' | 'csv' | 'table'): void {
  const columns = indicatorColumns(by)
  if (format === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`)
  else if (format === 'csv')
    process.stdout.write([csvLine(columns), ...rows.map((row) => csvLine(columns.map((key) => row[key])))].join(''))
  else
    printTable(
      columns.map((key) => titles[key] ?? key),
      rows.map((row) => columns.map((key) => shown(key, row[key]))),
    )
}

function shown(key: string, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return value
  return formatNumber(value, FIGURE_COLUMNS.find(({ column }) => column === key)?.digits ?? 0)
}
