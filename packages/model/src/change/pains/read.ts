import {
  anyFieldsOf,
  answerOrFault,
  fieldOf,
  type Fields,
  InputError,
  shown,
  textField,
  textsField,
} from '../../inputs/index.ts'
import { isDay } from '../../days/index.ts'
import {
  FLAGS,
  type Feasibility,
  type Flag,
  type Item,
  type PainsInput,
  type PlannedMeasure,
  type Problem,
  type Process,
  type Respondent,
} from './types.ts'
import { readSettings } from './settings.ts'

/** A part of the input that could not be used, and why. */
export interface Fault {
  /** «respondents[3]», counted from 0 as in JSON. */
  readonly place: string
  readonly message: string
}

/**
 * Reads the input of the map. What is wrong with single records leaves them out and is told; where the whole cannot be used
 * an input error is thrown.
 */
export function readPains(value: unknown): { readonly input: PainsInput; readonly faults: readonly Fault[] } {
  const fields = anyFieldsOf(value)
  const reading = new Reading(fields)
  const processes = reading.list('processes', readProcess, ({ id }) => id)
  const problems = reading.list('problems', readProblem, ({ code }) => code)
  const known = {
    processes: new Set(processes.map(({ id }) => id)),
    problems: new Set(problems.map(({ code }) => code)),
  }
  const input = {
    period: fieldOf(fields, 'period') ?? null,
    settings: readSettings(fieldOf(fields, 'settings')),
    processes,
    problems,
    respondents: reading.list('respondents', readRespondent(known)),
    items: reading.list('items', readItem(known)),
    measures: reading.list('measures', readMeasure(known)),
  }
  return { input, faults: reading.faults }
}

class Reading {
  readonly faults: Fault[] = []
  readonly #fields: Fields

  constructor(fields: Fields) {
    this.#fields = fields
  }

  /** The records of a list that can be used; a list that is not there has none. `key` tells records apart where they must differ. */
  list<T extends object>(name: string, read: (fields: Fields) => T, key?: (one: T) => string): T[] {
    const values = fieldOf(this.#fields, name) ?? []
    if (!Array.isArray(values))
      throw new InputError('wrong_type', `Поле ${name}: нужен список, а дано ${shown(values)}.`)
    const seen = new Set<string>()
    return values.flatMap((value: unknown, at) => {
      const found = answerOrFault(() => once(read(anyFieldsOf(value)), key, seen))
      if (!('error' in found)) return [found]
      this.faults.push({ place: `${name}[${at}]`, message: found.error.message })
      return []
    })
  }
}

function once<T>(record: T, key: ((one: T) => string) | undefined, seen: Set<string>): T {
  const own = key?.(record)
  if (own === undefined) return record
  if (seen.has(own)) throw new InputError('used_twice', `«${own}» уже есть выше. Дайте другой код.`)
  seen.add(own)
  return record
}

interface Known {
  readonly processes: ReadonlySet<string>
  readonly problems: ReadonlySet<string>
}

const readProcess = (fields: Fields): Process => {
  const id = textField(fields, 'id')
  return { id, name: textOrNull(fields, 'name') ?? id }
}

function readProblem(fields: Fields): Problem {
  const code = textField(fields, 'code')
  return {
    code,
    name: textOrNull(fields, 'name') ?? code,
    stage: textOrNull(fields, 'stage'),
    feasibility: oneOf<Feasibility>(fields, 'feasibility', [1, 2, 3]),
    // The keys of a constant object are exactly its type's keys; Object.keys only says string.
    flag: oneOf<Flag>(fields, 'flag', Object.keys(FLAGS) as Flag[]),
  }
}

const readRespondent =
  (known: Known) =>
  (fields: Fields): Respondent => ({
    process: knownProcess(fields, known),
    channel: textOrNull(fields, 'channel'),
    weight: numberField(fields, 'weight', 'число больше 0', (value) => value > 0) ?? 1,
    rating: numberField(fields, 'rating', 'число от 1 до 5', (value) => value >= 1 && value <= 5),
    problems: fieldOf(fields, 'problems') === undefined ? null : knownProblems(fields, known),
  })

const readItem =
  (known: Known) =>
  (fields: Fields): Item => ({ process: knownProcess(fields, known), problems: knownProblems(fields, known) })

const readMeasure =
  (known: Known) =>
  (fields: Fields): PlannedMeasure => {
    const due = textOrNull(fields, 'due')
    if (due !== null && !isDay(due))
      throw new InputError('bad_date', `Поле due: нужен день вида ГГГГ-ММ-ДД, а дано ${shown(due)}.`)
    const problem = textField(fields, 'problem')
    if (!known.problems.has(problem)) throw noSuchProblem(problem)
    return {
      process: knownProcess(fields, known),
      problem,
      text: textField(fields, 'text'),
      responsible: textOrNull(fields, 'responsible'),
      due,
    }
  }

function knownProcess(fields: Fields, { processes }: Known): string {
  const id = textField(fields, 'process')
  if (processes.has(id)) return id
  throw new InputError(
    'no_such_process',
    `Процесса «${id}» в списке processes нет. Исправьте код или добавьте процесс.`,
  )
}

function knownProblems(fields: Fields, { problems }: Known): string[] {
  const codes = [...new Set(textsField(fields, 'problems'))]
  const unknown = codes.find((code) => !problems.has(code))
  if (unknown !== undefined) throw noSuchProblem(unknown)
  return codes
}

const noSuchProblem = (code: string): InputError =>
  new InputError('no_such_problem', `Проблемы «${code}» в списке problems нет. Исправьте код или добавьте проблему.`)

const textOrNull = (fields: Fields, name: string): string | null =>
  fieldOf(fields, name) === undefined ? null : textField(fields, name)

function numberField(fields: Fields, name: string, needed: string, fits: (value: number) => boolean): number | null {
  const value = fieldOf(fields, name)
  if (value === undefined) return null
  if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return value
  throw new InputError('wrong_value', `Поле ${name}: нужно ${needed}, а дано ${shown(value)}.`)
}

function oneOf<T>(fields: Fields, name: string, values: readonly T[]): T | null {
  const value = fieldOf(fields, name)
  if (value === undefined) return null
  const found = values.find((one) => one === value)
  if (found === undefined)
    throw new InputError('wrong_value', `Поле ${name}: нужно одно из ${values.join(', ')}, а дано ${shown(value)}.`)
  return found
}

/** Nothing to make a map of. */
export const isEmpty = ({ respondents, items }: PainsInput): boolean => respondents.length === 0 && items.length === 0
