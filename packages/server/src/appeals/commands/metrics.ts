import {
  ALL_ROW_CODES,
  BUILT_IN_RULES,
  OWN_MAPPING,
  type QuarterMetrics,
  readAppeal,
  ROW_CODES,
  startQuarter,
} from '@otklik/model/appeals'
import { InputError } from '@otklik/model/inputs'
import { isQuarter } from '@otklik/model/quarters'
import { calendarWith } from '../../cli/calendar-years.ts'
import { FORMATS, printObjects } from '../../cli/terminal/print-objects.ts'
import { dayOption, oneOf, parse, required, UsageError } from '../../cli/usage.ts'
import { flatMetrics, namedMetrics } from '../metrics/named.ts'
import { readRows } from './read-rows.ts'

const options = {
  quarter: { type: 'string' },
  authority: { type: 'string' },
  'as-of': { type: 'string' },
  calendar: { type: 'string' },
  format: { type: 'string' },
} as const

interface Asked {
  readonly quarter: string
  readonly authority: string | undefined
  readonly asOf: string | null
  readonly calendar: string | undefined
}

/** `otklik appeals metrics F.csv --quarter 2026-Q2 [--authority ID] [--as-of D] [--calendar F] --format json|csv|table` */
export async function metrics(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new UsageError('Напишите otklik appeals metrics ФАЙЛ --quarter ГГГГ-QN.')
  const format = oneOf('format', values.format, FORMATS, 'table')
  const quarter = required('quarter', values.quarter)
  if (!isQuarter(quarter)) throw new UsageError(`Параметр --quarter: нужен квартал вида 2026-Q2, а дано «${quarter}».`)
  const asOf = dayOption('as-of', values['as-of']) ?? null
  const { authority, calendar } = values
  const counted = await count(path, { quarter, authority, asOf, calendar })
  if (format === 'json') process.stdout.write(`${JSON.stringify(counted)}\n`)
  else if (format === 'csv') printObjects(flatMetrics(counted), { metric: 'Показатель', value: 'Значение' }, 'csv')
  else printObjects(namedMetrics(counted), { metric: 'Показатель', value: 'Значение' }, 'table')
  return 0
}

async function count(path: string, { quarter, authority, asOf, calendar }: Asked): Promise<QuarterMetrics> {
  const { layout, rows } = await readRows(path, OWN_MAPPING)
  const counting = startQuarter(
    { quarter, as_of: asOf },
    { rules: BUILT_IN_RULES, calendar: await calendarWith(calendar) },
  )
  for await (const { row, cells } of rows) {
    const { appeal, codes } = readAppeal(cells, layout, { mapping: OWN_MAPPING, rules: BUILT_IN_RULES, today: null })
    const code = ALL_ROW_CODES.find((one) => codes.has(one))
    if (code !== undefined) throw new InputError(code, `Строка ${row}: ${ROW_CODES[code]} Исправьте её.`)
    if (authority === undefined || appeal.authority === authority) counting.add(appeal)
  }
  return counting.result()
}
