import type { FieldError } from '../../shapes/index.ts'

/** Enough for any condition a person can follow; evaluation stays cheap for whoever answers. */
const mostComparisons = 200

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
const areScalars = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isScalar)
const isBound = (value: unknown): boolean => typeof value === 'number' || typeof value === 'string'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The comparisons, what their value may be, and how to say it. */
const comparisons: Readonly<Record<string, readonly [fits: (value: unknown) => boolean, needed: string]>> = {
  is: [isScalar, 'строка, число или true/false'],
  in: [areScalars, 'непустой список значений'],
  notIn: [areScalars, 'непустой список значений'],
  answered: [(value) => typeof value === 'boolean', 'true или false'],
  lt: [isBound, 'число или дата'],
  le: [isBound, 'число или дата'],
  gt: [isBound, 'число или дата'],
  ge: [isBound, 'число или дата'],
  count: [isCount, 'объект с lt, le, gt или ge и целыми числами'],
}

function isCount(value: unknown): boolean {
  const entries = isRecord(value) ? Object.entries(value) : []
  return entries.length > 0 && entries.every(([key, of]) => /^(lt|le|gt|ge)$/.test(key) && Number.isInteger(of))
}

/** What keeps a value from being a condition, each with its path. */
export function conditionFaults(value: unknown, path: string): FieldError[] {
  const faults = faultsOf(value, path)
  if (faults.length > 0) return faults
  const count = comparisonsIn(value)
  return count > mostComparisons
    ? [{ path, message: `В условии ${count} сравнений, а можно не больше ${mostComparisons}.` }]
    : []
}

function faultsOf(value: unknown, path: string): FieldError[] {
  if (!isRecord(value)) return [{ path, message: 'Нужно условие: объект с all, any, not, question или attribute.' }]
  const group = ['all', 'any'].find((name) => name in value)
  if (group !== undefined) return groupFaults(value, group, path)
  if ('not' in value) return [...foreign(value, ['not'], path), ...faultsOf(value.not, `${path}.not`)]
  return comparisonFaults(value, path)
}

function groupFaults(value: Record<string, unknown>, group: string, path: string): FieldError[] {
  const parts = value[group]
  if (!Array.isArray(parts) || parts.length === 0)
    return [{ path: `${path}.${group}`, message: 'Нужен непустой список условий.' }]
  return [...foreign(value, [group], path), ...parts.flatMap((part, at) => faultsOf(part, `${path}.${group}.${at}`))]
}

function comparisonFaults(value: Record<string, unknown>, path: string): FieldError[] {
  const asked = ['question', 'attribute'].filter((name) => name in value)
  const [subject = 'question'] = asked
  const used = Object.keys(comparisons).filter((name) => name in value)
  const unfit = used.filter((name) => comparisons[name]?.[0](value[name]) === false)
  return [
    ...foreign(value, ['question', 'attribute', ...Object.keys(comparisons)], path),
    ...(asked.length === 1 ? [] : [{ path, message: 'Нужно ровно одно из полей question и attribute.' }]),
    ...(asked.length === 1 && typeof value[subject] !== 'string'
      ? [{ path: `${path}.${subject}`, message: 'Нужно: строка.' }]
      : []),
    ...(used.length > 0 && used.length < 3
      ? []
      : [{ path, message: 'Нужно одно сравнение или два, например ge и le.' }]),
    ...unfit.map((name) => ({ path: `${path}.${name}`, message: `Нужно: ${comparisons[name]?.[1]}.` })),
  ]
}

const foreign = (value: Record<string, unknown>, known: readonly string[], path: string): FieldError[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: `${path}.${name}`, message: 'Такого поля нет.' }))

function comparisonsIn(value: unknown): number {
  if (!isRecord(value)) return 0
  const parts = [value.all, value.any, value.not].flat().filter(isRecord)
  return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + comparisonsIn(part), 0)
}
