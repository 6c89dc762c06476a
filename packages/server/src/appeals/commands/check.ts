import {
  ALL_ROW_CODES,
  BUILT_IN_RULES,
  type CheckedFile,
  OWN_MAPPING,
  readMapping,
  ROW_CODES,
  startFileCheck,
} from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { readJsonFile } from '../../cli/json-file.ts'
import { dayOption, parse, UsageError } from '../../cli/usage.ts'
import { readRows } from './read-rows.ts'

const options = { mapping: { type: 'string' }, date: { type: 'string' }, json: { type: 'boolean' } } as const

/** `otklik appeals check F [--mapping M.json] --date D --json`: 1 – some rows would be set aside, 2 – all of them, or none is there. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw new UsageError('Напишите otklik appeals check ФАЙЛ [--mapping ФАЙЛ.json] --date ГГГГ-ММ-ДД [--json].')
  const today = dayOption('date', values.date) ?? dayOf(new Date())
  const mapping = values.mapping === undefined ? OWN_MAPPING : readMapping(await readJsonFile(values.mapping))
  const { layout, rows } = await readRows(path, mapping)
  const checking = startFileCheck(layout, { mapping, rules: BUILT_IN_RULES, today })
  for await (const { row, cells } of rows) checking.add(row, cells)
  const checked = checking.result()
  process.stdout.write(`${values.json ? JSON.stringify(checked) : textOf(checked)}\n`)
  if (checked.accepted === 0) return 2
  return checked.set_aside === 0 ? 0 : 1
}

const SHOWN_ROWS = 10

/** The same for people: the sum, then each code with its meaning and first rows. */
function textOf({ read, accepted, set_aside, repeats, codes, rows }: CheckedFile): string {
  const lines = [`Прочитано ${read} = принято ${accepted} + отложено ${set_aside} + повторы ${repeats}`]
  for (const code of ALL_ROW_CODES) {
    if (codes[code] === undefined) continue
    const found = rows.filter((row) => row.codes.includes(code)).map(({ row }) => row)
    const more = found.length > SHOWN_ROWS ? ' …' : ''
    lines.push(`  ${code}: ${codes[code]}. ${ROW_CODES[code]} Строки: ${found.slice(0, SHOWN_ROWS).join(', ')}${more}`)
  }
  return lines.join('\n')
}
