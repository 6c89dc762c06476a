import { round4 } from '../../indicators/index.ts'

/** The same value of JSON with every number in it rounded as figures are. */
export function rounded<T>(value: T): T {
  return roundedValue(value) as T // numbers become numbers, the rest stays what it is
}

function roundedValue(value: unknown): unknown {
  if (typeof value === 'number') return round4(value)
  if (Array.isArray(value)) return value.map(roundedValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, roundedValue(one)]))
}
