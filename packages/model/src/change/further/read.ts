import {
  anyFieldsOf,
  answerOrFault,
  dayField,
  fieldOf,
  type Fields,
  InputError,
  shown,
  textField,
} from '../../inputs/index.ts'
import { countField, monthField } from '../effect/read.ts'
import type { Fault, Priority } from '../pains/index.ts'
import type { FeedbackMonth, OpenProblem, ProposeInput, WatchedProcess } from './propose.ts'

/** Reads the input of proposals; processes with something wrong are left out and told. */
export function readPropose(value: unknown): { readonly input: ProposeInput; readonly faults: readonly Fault[] } {
  const fields = anyFieldsOf(value)
  const faults: Fault[] = []
  const processes = listOf(fields, 'processes').flatMap((one, at): WatchedProcess[] => {
    const found = answerOrFault(() => readProcess(anyFieldsOf(one)))
    if (!('error' in found)) return [found]
    faults.push({ place: `processes[${at}]`, message: found.error.message })
    return []
  })
  return { input: { month: monthField(fields, 'month'), as_of: dayField(fields, 'as_of'), processes }, faults }
}

function listOf(fields: Fields, name: string): unknown[] {
  const value = fieldOf(fields, name) ?? []
  if (Array.isArray(value)) return value
  throw new InputError('wrong_type', `Поле ${fields.path}${name}: нужен список, а дано ${shown(value)}.`)
}

const readProcess = (fields: Fields): WatchedProcess => ({
  id: textField(fields, 'id'),
  applications: fieldOf(fields, 'applications') === undefined ? null : countField(fields, 'applications'),
  months: listOf(fields, 'months').map((one, at) => readMonth(anyFieldsOf(one, `months[${at}].`))),
  problems: listOf(fields, 'problems').map((one, at) => readProblem(anyFieldsOf(one, `problems[${at}].`))),
})

function readMonth(fields: Fields): FeedbackMonth {
  const count = (name: string): number => (fieldOf(fields, name) === undefined ? 0 : countField(fields, name))
  const [answers, dissatisfied] = [count('answers'), count('dissatisfied')]
  if (dissatisfied > answers)
    throw new InputError('wrong_value', `Поле ${fields.path}dissatisfied: из ${answers} не может быть ${dissatisfied}.`)
  return { month: monthField(fields, 'month'), answers, dissatisfied, negative: count('negative') }
}

const PRIORITIES: readonly (Priority | null)[] = ['high', 'medium', 'low']

function readProblem(fields: Fields): OpenProblem {
  const priority = fieldOf(fields, 'priority') ?? null
  const known = PRIORITIES.find((one) => one === priority)
  if (priority !== null && known === undefined)
    throw new InputError(
      'wrong_value',
      `Поле ${fields.path}priority: нужно одно из high, medium, low, а дано ${shown(priority)}.`,
    )
  const measure = fieldOf(fields, 'measure')
  return {
    code: textField(fields, 'code'),
    priority: known ?? null,
    since: dayField(fields, 'since'),
    // A code or text of the measure, or true; nothing, false and the empty text are none.
    measure: measure !== undefined && measure !== false && measure !== '',
  }
}
