import {
  defaultMinCell,
  designResultsOf,
  type Grouping,
  planResults,
  type ResultOptions,
  type ResultPlan,
  type Results,
  resultsOf,
} from '@otklik/model/questionnaires/results'
import { requireFile } from '../../cli/paths.ts'
import { oneOf, parse, UsageError, wholeOption } from '../../cli/usage.ts'
import { recordFile, tallyFile } from './count-file.ts'
import { groupingFor } from './grouping.ts'
import { readMargins } from './margins-file.ts'
import { questionnaireFor } from './read-questionnaire.ts'
import { printResults, refusalText } from './results-table.ts'

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

/**
 * `otklik results Q A.jsonl [--by X] [--against V] [--margins M.json] [--clusters X] [--strata X] [--min-cell 5] --format
 * json|table`; status 1: weights were refused, and the results are without them.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [name, file, ...more] = positionals
  if (name === undefined || file === undefined || more.length > 0)
    throw new UsageError('Укажите анкету и файл ответов: otklik results АНКЕТА ОТВЕТЫ.jsonl.')
  if (values.against !== undefined && values.by === undefined)
    throw new UsageError('Параметр --against: укажите и --by, иначе сравнивать нечего.')
  const format = oneOf('format', values.format, ['json', 'table'], 'table')
  const minCell = wholeOption('min-cell', values['min-cell'] ?? String(defaultMinCell), 1, MOST_CELL)
  const form = await questionnaireFor(name)
  await requireFile(file)
  const plan = planResults(form)
  const grouping = values.by === undefined ? undefined : groupingFor(plan, values.by, 'Параметр --by')
  const results = await count(plan, file, { grouping, against: values.against, minCell }, values)
  requireGroup(results, values.against)
  if (format === 'json') process.stdout.write(`${JSON.stringify(results)}\n`)
  else printResults(form, results)
  const refused = results.weights?.refused ?? null
  if (refused !== null) process.stderr.write(`${refusalText(refused)}\n`)
  return refused === null ? 0 : 1
}

interface DesignOptions {
  readonly margins?: string
  readonly clusters?: string
  readonly strata?: string
}

/** Plain counts, unless weights, clusters or strata are asked for or the answers have weights. */
async function count(
  plan: ResultPlan,
  file: string,
  asked: ResultOptions,
  { margins, clusters, strata }: DesignOptions,
): Promise<Results> {
  const isPlain = margins === undefined && clusters === undefined && strata === undefined
  const tally = isPlain ? await tallyFile(plan, file, asked.grouping) : undefined
  if (tally) return resultsOf(plan, tally, asked)
  const weights = margins === undefined ? undefined : await readMargins(plan, margins)
  const optional = (name: string, by: string | undefined): Grouping | undefined =>
    by === undefined ? undefined : groupingFor(plan, by, `Параметр --${name}`)
  const { sets, records } = await recordFile(plan, file, {
    kept: [...(asked.grouping ? [asked.grouping] : []), ...(weights?.groupings ?? [])],
    clusters: optional('clusters', clusters),
    strata: optional('strata', strata),
  })
  return designResultsOf(plan, sets, records, { ...asked, weights })
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
