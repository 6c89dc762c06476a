import { type Section, sections, statusRows } from '@otklik/model/statuses'
import { printTable } from '../../cli/terminal/table.ts'
import { oneOf, parse } from '../../cli/usage.ts'

/** `otklik statuses --format json|table` */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { format: { type: 'string' } })
  const rows = statusRows()
  if (oneOf('format', values.format, ['json', 'table'], 'table') === 'json')
    process.stdout.write(`${JSON.stringify(rows)}\n`)
  else
    printTable(
      ['Код', 'Статус', ...sections],
      rows.map(({ code, name, items }) => [
        String(code),
        name,
        ...sections.map((section: Section) => items[section] ?? '–'),
      ]),
    )
  return 0
}
