import { expect, test } from 'vitest'
import type { RawRow } from './rows.ts'
import { withReplacements } from './replaced.ts'

const row = (number: number, fields: Record<string, string>): RawRow => ({ package: 1, file: 0, row: number, fields })
const replacers = (table: 'requests' | 'ratings' | 'payments', ...rows: Record<string, string>[]) =>
  withReplacements(
    table,
    rows.map((fields, at) => row(at + 1, fields)),
  ).map(({ replacedBy }) => replacedBy?.row ?? null)

test('the next row of the same key takes the place of each', () => {
  const [first, second] = [{ rated_at: '2026-11-19T10:00:00' }, { rated_at: '2026-11-19T00:00:00' }]
  expect(replacers('ratings', first, second, first, second)).toEqual([3, 4, null, null])
  expect(replacers('payments', { uin: '' }, { uin: '1' }, { uin: '' })).toEqual([3, null, null])
})

test('of the request itself the last version counts', () => {
  expect(replacers('requests', { office: 'А' }, { office: 'Б' }, { office: 'А' })).toEqual([2, 3, null])
  expect(replacers('requests')).toEqual([])
})
