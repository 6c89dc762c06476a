import {
  choiceField,
  dayField,
  type Fields,
  fieldOf,
  fieldsOf,
  flagField,
  InputError,
  shown,
  textsField,
  wholeField,
} from '../../inputs/index.ts'
import { ALL_OBJECT_KINDS, type Letter, type ObjectKind } from '../kinds.ts'
import { readLetter } from '../letters.ts'
import { ALL_PARTS, type Part, type Scheme, schemeOf } from './schemes.ts'

/** What the reception got: a letter, or why it has none (пункт 18, абзацы 2, 3). */
export type Reception = Letter | 'not_applicable' | 'not_performed'
export type Monitoring = 'possible' | 'impossible'

/** A certification before, which this one repeats (пункты 30, 31). */
export interface Previous {
  /** Percent. */
  readonly level: number
  /** The last day of the certificate. */
  readonly valid_to: string
  /** It ended before its day because of a critical value (пункт 30 б). */
  readonly withdrawn: boolean
  readonly road_map_done: boolean
  /** How many times in a row the level had been repeated exactly before. */
  readonly equal_repeats: number
}

/** What the level of an object is counted from. A part without a value is one whose information was not supplied. */
export interface ScoreInput {
  readonly kind: ObjectKind
  /** It stands in the federal list of mass socially significant services. */
  readonly mass: boolean
  readonly regulation: Letter | undefined
  readonly reception: Reception | undefined
  readonly laboratory: Letter | undefined
  readonly monitoring: Monitoring | undefined
  /** Parts whose information, asked for officially, was not supplied (пункт 21). */
  readonly not_supplied: readonly Part[]
  /** The day the certificate or the conclusion is dated. */
  readonly issued: string
  readonly previous: Previous | undefined
}

const FIELDS = ['kind', 'mass', ...ALL_PARTS, 'not_supplied', 'issued', 'previous'] as const
const PREVIOUS_FIELDS = ['level', 'valid_to', 'withdrawn', 'road_map_done', 'equal_repeats'] as const

/** Reads an input as it came; throws InputError with the first thing that is wrong in it. */
export function readScoreInput(value: unknown): ScoreInput {
  const fields = fieldsOf(value, FIELDS)
  const kind = choiceField(fields, 'kind', ALL_OBJECT_KINDS, 'unknown_kind')
  const scheme = schemeOf(kind)
  const notSupplied = partsField(fields, scheme)
  const part = <T>(name: Part, read: (given: unknown) => T): T | undefined =>
    readPart(fields, name, scheme, notSupplied, read)
  return {
    kind,
    mass: flagField(fields, 'mass'),
    regulation: part('regulation', (given) => readLetter(given, 'regulation')),
    reception: part('reception', readReception),
    laboratory: part('laboratory', (given) => readLetter(given, 'laboratory')),
    monitoring: part('monitoring', () =>
      choiceField(fields, 'monitoring', ['possible', 'impossible'], 'unknown_monitoring'),
    ),
    not_supplied: notSupplied,
    issued: dayField(fields, 'issued'),
    previous: readPrevious(fieldOf(fields, 'previous')),
  }
}

function readPart<T>(
  fields: Fields,
  name: Part,
  { parts, cited }: Scheme,
  notSupplied: readonly Part[],
  read: (given: unknown) => T,
): T | undefined {
  const given = fieldOf(fields, name)
  if (!parts.includes(name)) {
    if (given === undefined) return undefined
    throw new InputError('superfluous_part', `Поле ${name}: у объектов этого вида такой оценки нет. Уберите поле.`)
  }
  if (given !== undefined) return read(given)
  if (notSupplied.includes(name)) return undefined
  throw new InputError('missing_part', `Нет поля ${name}: без него уровень не определить (${cited.points}).`)
}

function readReception(given: unknown): Reception {
  if (given === 'not_applicable' || given === 'not_performed') return given
  return readLetter(given, 'reception')
}

function partsField(fields: Fields, scheme: Scheme): Part[] {
  return [...new Set(textsField(fields, 'not_supplied'))].map((given) => {
    const part = scheme.parts.find((name) => name === given)
    if (part !== undefined) return part
    throw new InputError(
      ALL_PARTS.some((name) => name === given) ? 'superfluous_part' : 'unknown_part',
      `Поле not_supplied: нужны названия из ${scheme.parts.join(', ')}, а дано ${shown(given)}.`,
    )
  })
}

function readPrevious(value: unknown): Previous | undefined {
  if (value === undefined) return undefined
  const fields = fieldsOf(value, PREVIOUS_FIELDS, 'previous.')
  return {
    level: wholeField(fields, 'level', { min: 0, max: 100, code: 'bad_level' }),
    valid_to: dayField(fields, 'valid_to'),
    withdrawn: flagField(fields, 'withdrawn'),
    road_map_done: flagField(fields, 'road_map_done'),
    equal_repeats: wholeField(fields, 'equal_repeats', { min: 0 }),
  }
}
