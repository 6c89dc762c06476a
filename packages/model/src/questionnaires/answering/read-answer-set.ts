import { nestsDeeperThan } from '../document/nesting.ts'
import type { AnswerError, AnswerSet, Judged, Outcome } from './answer-set.ts'

/** A set holds lists in objects in an object; what nests deeper is none. */
const deepest = 16

/** What the line of a file with answers is found to be; `bad_line` where it is no answer set, `at` its number from 1. */
export interface Verdict {
  readonly id: string | number | null
  readonly ok: boolean
  readonly outcome: Outcome | null
  readonly shown: readonly string[]
  readonly errors: readonly (AnswerError | { readonly code: 'bad_line'; readonly at: string })[]
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isId = (value: unknown): boolean => (typeof value === 'string' && value !== '') || Number.isFinite(value)
const isAmount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0

const optional: Readonly<Record<string, (value: unknown) => boolean>> = {
  other: isRecord,
  attributes: isRecord,
  state: (value) => value === 'complete' || value === 'partial',
  weight: isAmount,
  excluded: (value) => typeof value === 'boolean',
  channel: (value) => typeof value === 'string',
  started: (value) => typeof value === 'string',
  finished: (value) => typeof value === 'string',
  times: (value) => isRecord(value) && Object.values(value).every(isAmount),
}

/** Reads a line of JSONL; undefined where it is no answer set. Fields that a set does not have are left alone; null is none. */
export function readAnswerSet(line: string): AnswerSet | undefined {
  const value = parsed(line)
  if (!isRecord(value) || !isId(value.id) || !isRecord(value.answers)) return undefined
  const known = Object.entries(optional).filter(([name]) => value[name] !== undefined && value[name] !== null)
  if (known.some(([name, fits]) => !fits(value[name]))) return undefined
  const fields = known.map(([name]) => [name, value[name]])
  // Looked at field by field above.
  return { id: value.id, answers: value.answers, ...Object.fromEntries(fields) } as AnswerSet
}

function parsed(line: string): unknown {
  if (nestsDeeperThan(line, deepest)) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

export const verdictOf = ({ id }: AnswerSet, { ok, outcome, shown, errors }: Judged): Verdict => ({
  id,
  ok,
  outcome,
  shown,
  errors,
})

/** @param number of the line, from 1. */
export const badLine = (number: number): Verdict => ({
  id: null,
  ok: false,
  outcome: null,
  shown: [],
  errors: [{ code: 'bad_line', at: String(number) }],
})
