import fc from 'fast-check'
import { expect } from 'vitest'
import type { TestDatabases } from '../support/databases.ts'
import { checkAll } from './checked.ts'

/** The same examples in every run. */
export const some = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 20_261_122 })

/** What the checks in the database made of each row: its codes, or '' where it went through. */
export async function verdicts(databases: TestDatabases, content: string): Promise<Map<number, string>> {
  const { receipt, setAside } = await checkAll(databases, { 'f.csv': content }, '2026-06-30')
  expect(receipt.totals.accepted + receipt.totals.quarantined + receipt.totals.dropped).toBe(receipt.totals.read)
  const found = new Map(Array.from({ length: receipt.totals.read }, (_, i) => [i + 1, '']))
  for (const { _row, _codes } of setAside) found.set(Number(_row), _codes ?? '')
  return found
}
/** The rows that came out otherwise than they should; the first few, to be read. */
export const different = (rows: readonly string[][], expected: readonly string[], got: ReadonlyMap<number, string>) =>
  rows
    .map((cells, i) => ({ cells: cells.join(';'), expected: expected[i] ?? '?', got: got.get(i + 1) }))
    .filter((row) => row.expected !== row.got)
    .slice(0, 10)

/** The text with one character changed. */
export const garbled = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(20), fc.constantFrom('', '0', ' ', '.', 'x', '-'))
    .map(([whole, at, put]) => (whole.slice(0, at) + put + whole.slice(at + 1)).trim())
