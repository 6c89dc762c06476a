import { InputError, fieldOf, fieldsOf, neededField, shown } from '@otklik/model/inputs'
import {
  type Grouping,
  type MarginTargets,
  orderedTargets,
  type ResultPlan,
  type WeightLimits,
  type Weights,
} from '@otklik/model/questionnaires/results'
import { readJsonFile } from '../../cli/json-file.ts'
import { UsageError } from '../../cli/usage.ts'
import { groupingFor } from './grouping.ts'

/** Targets of a file of margins, and by what their people are grouped. */
export interface Margins extends Weights {
  readonly groupings: readonly Grouping[]
}

const LIMITS = ['minN', 'maxDeff', 'cap', 'minCell'] as const

/** `{"margins":[{"by":"q28","targets":{"m":46,"f":54}}],"limits":{…}}`; anything else is wrong usage. */
export async function readMargins(plan: ResultPlan, path: string): Promise<Margins> {
  const value = await readJsonFile(path)
  try {
    const fields = fieldsOf(value, ['margins', 'limits'])
    const given = neededField(fields, 'margins')
    if (!Array.isArray(given) || given.length === 0)
      throw new InputError('wrong_type', `Поле margins: нужен непустой список, а дано ${shown(given)}.`)
    const read = given.map((margin, at) => readMargin(plan, margin, `margins.${at}.`))
    const limits = readLimits(fieldOf(fields, 'limits'))
    return { margins: read.map(({ margin }) => margin), groupings: read.map(({ grouping }) => grouping), limits }
  } catch (error) {
    throw error instanceof InputError ? new UsageError(`Файл ${path}. ${error.message}`) : error
  }
}

function readMargin(plan: ResultPlan, value: unknown, path: string): { margin: MarginTargets; grouping: Grouping } {
  const fields = fieldsOf(value, ['by', 'targets'], path)
  const by = neededField(fields, 'by')
  if (typeof by !== 'string') throw new InputError('wrong_type', `Поле ${path}by: нужна строка, а дано ${shown(by)}.`)
  const targets = neededField(fields, 'targets')
  const entries = typeof targets === 'object' && targets !== null ? Object.entries(targets) : []
  if (Array.isArray(targets) || entries.length === 0)
    throw new InputError('wrong_type', `Поле ${path}targets: нужен объект «ответ: доля», а дано ${shown(targets)}.`)
  const numbers = entries.map(([category, target]): [string, number] => {
    if (typeof target === 'number') return [category, target]
    throw new InputError('wrong_type', `Поле ${path}targets.${category}: нужно число, а дано ${shown(target)}.`)
  })
  const grouping = groupingFor(plan, by, `Поле ${path}by`)
  return { grouping, margin: { by, targets: orderedTargets(grouping, numbers) } }
}

function readLimits(value: unknown): Partial<WeightLimits> {
  if (value === undefined) return {}
  const fields = fieldsOf(value, LIMITS, 'limits.')
  const read = LIMITS.flatMap((name) => {
    const limit = fieldOf(fields, name)
    if (limit === undefined) return []
    if (typeof limit === 'number' && limit >= 1) return [[name, limit] as const]
    throw new InputError('wrong_type', `Поле limits.${name}: нужно число не меньше 1, а дано ${shown(limit)}.`)
  })
  return Object.fromEntries(read)
}
