import { BUILT_IN_RULES, deadlineOfCase } from '@otklik/model/appeals'
import { calendarWith } from '../../cli/calendar-years.ts'
import { answerLines } from '../../cli/json-lines.ts'
import { parse, UsageError } from '../../cli/usage.ts'

const options = {
  from: { type: 'string' },
  rule: { type: 'string' },
  'extended-by': { type: 'string' },
  calendar: { type: 'string' },
} as const

/** `otklik deadline --from DATE --rule CODE [--extended-by N]` or `otklik deadline CASES.jsonl`, both `[--calendar F]` */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: paths } = parse(args, options, true)
  const { from, rule, 'extended-by': extendedBy } = values
  const calendar = await calendarWith(values.calendar)
  const answer = (given: unknown) => deadlineOfCase(given, BUILT_IN_RULES, calendar)
  const alone = from !== undefined || rule !== undefined || extendedBy !== undefined
  if (alone ? paths.length > 0 : paths.length !== 1)
    throw new UsageError('Напишите otklik deadline --from ГГГГ-ММ-ДД --rule КОД или otklik deadline ФАЙЛ.jsonl.')
  if (!alone) return answerLines(paths[0], answer)
  const found = answer({ from, rule, extended_by: extendedBy === undefined ? undefined : days(extendedBy) })
  process.stdout.write(`${JSON.stringify(found)}\n`)
  return 'error' in found ? 1 : 0
}

function days(text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`Параметр --extended-by: нужно целое число дней, а дано «${text}».`)
}
