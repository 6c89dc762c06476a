const LONG_DIGITS = /\d{16}/

/** A row of JSONEachRow. Integers that a number cannot hold exactly become strings of their digits. */
export function parseRow<T>(line: string): T {
  return LONG_DIGITS.test(line) ? JSON.parse(line, exact) : JSON.parse(line)
}

function exact(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source
  return source !== undefined && /^-?\d+$/.test(source) ? source : value
}
