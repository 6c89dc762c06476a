import { WHY_DIMENSIONS, type WhyDimension } from '@otklik/model/contributions'
import { formatNumber } from '@otklik/model/indicators'
import { type Why, type WhyIndicator } from '@otklik/model/progress/api'
import { isMonth } from '@otklik/model/months'
import { csvLine } from '../../exchange/writing/csv.ts'
import { throughDoor } from '../../cli/doors/door.ts'
import { printTable } from '../../cli/terminal/table.ts'
import { monthOption, oneOf, parse, required, UsageError } from '../../cli/usage.ts'
import { whyColumns, whyRows } from '../table-exports/why.ts'

const text = { type: 'string' } as const
const sliceOptions = { service: text, subservice: text, region: text, office: text, channel: text, authority: text }
const options = { indicator: text, from: text, to: text, against: text, by: text, format: text, ...sliceOptions }
const indicators = ['refusals', 'errors'] as const satisfies readonly WhyIndicator[]

/** `otklik why --indicator refusals|errors --from M --to M [--against M:M] [--by …] --format json|csv|table` */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, options)
  const { format: form, by, indicator, from, to, against, ...slice } = values
  const format = oneOf('format', form, ['json', 'csv', 'table'], 'table')
  const asked = {
    ...Object.fromEntries(Object.entries(slice).filter(([, value]) => value !== undefined)),
    indicator: indicatorOf(required('indicator', indicator)),
    ...periodOf(from, to),
    ...(against !== undefined && { against: againstOf(against) }),
  }
  const dimensions = dimensionsOf(by)
  const why = await throughDoor((door) => door.why(asked, dimensions))
  print(why, format)
  return 0
}

function indicatorOf(word: string): WhyIndicator {
  const found = indicators.find((known) => known === word)
  if (found === undefined)
    throw new UsageError(`Параметр --indicator: нужно одно из ${indicators.join(', ')}, а дано «${word}».`)
  return found
}

function periodOf(fromText: string | undefined, toText: string | undefined) {
  const [from, to] = [required('from', monthOption('from', fromText)), required('to', monthOption('to', toText))]
  if (from > to) throw new UsageError('Параметр --to: конец периода раньше начала.')
  return { from, to }
}

function againstOf(word: string): string {
  const [from, to, ...more] = word.split(':')
  if (from === undefined || to === undefined || more.length > 0 || !isMonth(from) || !isMonth(to))
    throw new UsageError(`Параметр --against: нужен период вида ГГГГ-ММ:ГГГГ-ММ, а дано «${word}».`)
  if (from > to) throw new UsageError('Параметр --against: конец периода раньше начала.')
  return word
}

function dimensionsOf(by: string | undefined): readonly WhyDimension[] {
  if (by === undefined) return WHY_DIMENSIONS
  const words = by
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const unknown = words.find((word) => !WHY_DIMENSIONS.some((known) => known === word))
  if (unknown !== undefined)
    throw new UsageError(`Параметр --by: нет разреза «${unknown}». Есть: ${WHY_DIMENSIONS.join(', ')}.`)
  return WHY_DIMENSIONS.filter((known) => words.includes(known))
}

function print(why: Why, format: 'json' | 'csv' | 'table'): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(why)}\n`)
    return
  }
  const rows = whyRows(why).map((row) => whyColumns.map(({ key }) => row[key]))
  const titles = whyColumns.map(({ key, title }) => (format === 'csv' ? key : title))
  if (format === 'csv') {
    process.stdout.write([titles, ...rows].map((line) => csvLine(line)).join(''))
    return
  }
  process.stdout.write(`${headline(why)}\n\n`)
  printTable(
    titles,
    rows.map((row) => row.map(shown)),
  )
}

/** The change in one line: what it was, what it is, the difference. */
function headline({ a, b, change }: Why): string {
  const percent = (value: number | null) => (value === null ? 'нет данных' : `${formatNumber(value, 1)} %`)
  const difference = change === null ? '' : `, изменение ${formatNumber(change, 1)} п. п.`
  return `Было ${percent(a.value)} (n ${a.n}), стало ${percent(b.value)} (n ${b.n})${difference}`
}

function shown(value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? formatNumber(value, 0) : formatNumber(value, 2)
}
