import { judge, type Prepared, readAnswerSet } from '@otklik/model/questionnaires'
import {
  addBadLine,
  addSet,
  defaultMinCell,
  emptyTally,
  type Grouping,
  groupingBy,
  planResults,
  type ResultPlan,
  type Results,
  resultsOf,
  type Tally,
} from '@otklik/model/questionnaires/results'
import { numberedLines } from '../../cli/numbered-lines.ts'
import { requireFile } from '../../cli/paths.ts'
import { oneOf, parse, UsageError, wholeOption } from '../../cli/usage.ts'
import { questionnaireFor } from './read-questionnaire.ts'
import { printResults } from './results-table.ts'

const options = {
  by: { type: 'string' },
  against: { type: 'string' },
  'min-cell': { type: 'string' },
  margins: { type: 'string' },
  clusters: { type: 'string' },
  strata: { type: 'string' },
  format: { type: 'string' },
} as const
const MOST_CELL = 1000

/** `otklik results Q A.jsonl [--by X] [--against V] [--min-cell 5] --format json|table` */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [name, file, ...more] = positionals
  if (name === undefined || file === undefined || more.length > 0)
    throw new UsageError('Укажите анкету и файл ответов: otklik results АНКЕТА ОТВЕТЫ.jsonl.')
  refuseDesign(values)
  if (values.against !== undefined && values.by === undefined)
    throw new UsageError('Параметр --against: укажите и --by, иначе сравнивать нечего.')
  const format = oneOf('format', values.format, ['json', 'table'], 'table')
  const cell = values['min-cell'] ?? String(defaultMinCell)
  const minCell = wholeOption('min-cell', cell, 1, MOST_CELL)
  const form = await questionnaireFor(name)
  await requireFile(file)
  const plan = planResults(form)
  const grouping = values.by === undefined ? undefined : groupingFor(plan, values.by)
  const tally = await tallyFile(form, plan, file, grouping)
  const results = resultsOf(plan, tally, { grouping, against: values.against, minCell })
  requireGroup(results, values.against)
  if (format === 'json') process.stdout.write(`${JSON.stringify(results)}\n`)
  else printResults(form, results)
  return 0
}

function refuseDesign(values: Readonly<Record<string, unknown>>): void {
  const given = ['margins', 'clusters', 'strata'].find((name) => values[name] !== undefined)
  if (given !== undefined)
    throw new UsageError(`Параметр --${given}: веса, кластеры и слои пока не считаются. Уберите его.`)
}

function groupingFor(plan: ResultPlan, name: string): Grouping {
  const found = groupingBy(plan, name)
  if ('refused' in found) throw new UsageError(`Параметр --by: ${found.refused}`)
  return found.grouping
}

async function tallyFile(form: Prepared, plan: ResultPlan, file: string, grouping?: Grouping): Promise<Tally> {
  const tally = emptyTally()
  for await (const { text, number } of numberedLines(file)) {
    const set = readAnswerSet(text)
    if (set === undefined) addBadLine(tally)
    else if (set.weight !== undefined && set.weight !== 1)
      throw new UsageError(`Строка ${number}: у ответов есть вес, а взвешенные итоги пока не считаются.`)
    else addSet(tally, plan, set, judge(form, set), grouping)
  }
  return tally
}

/** Comparing with a group that is not there, or is hidden, is said instead of leaving the differences out. */
function requireGroup({ groups = [], by }: Results, against: string | undefined): void {
  if (against === undefined) return
  const group = groups.find(({ value }) => value === against)
  if (!group)
    throw new UsageError(
      `Параметр --against: группы «${against}» нет. Есть: ${groups.map(({ value }) => value).join(', ')}.`,
    )
  if (group.suppressed)
    throw new UsageError(
      `Параметр --against: группа «${against}» по «${by}» скрыта, в ней мало людей. Сравните с другой.`,
    )
}
