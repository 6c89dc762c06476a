import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presets } from './presets.ts'
import { parseSearch, readSlice, SLICE_FIELDS, stringifySearch } from './slice.ts'

const TEXTS = SLICE_FIELDS.filter((name) => !['from', 'to', 'versus'].includes(name))

describe('the slice in the address', () => {
  test('what stands in a link comes out of it again, leading zeros and all', () => {
    const value = fc.string({ minLength: 1 })
    const slices = fc.record(Object.fromEntries(TEXTS.map((name) => [name, value])), { requiredKeys: [] })
    fc.assert(
      fc.property(slices, (slice) => {
        expect(readSlice(parseSearch(stringifySearch(slice)))).toEqual(slice)
      }),
    )
  })
  test('what does not fit is left out', () => {
    expect(readSlice({ from: '2026-13', to: 'вчера', service: '', channel: 5, other: 'x' })).toEqual({})
    expect(readSlice({ from: '0001-01', to: '2100-01' })).toEqual({})
    expect([readSlice({ versus: 'before' }), readSlice({ versus: 'x' })]).toEqual([{ versus: 'before' }, {}])
    expect(readSlice({ from: '2026-05', to: '2026-03' })).toEqual({ from: '2026-05' })
  })
})

test('the usual periods end with the last closed month', () => {
  expect(presets('2026-10', '2025-01').map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-10 2026-10',
    '2026-08 2026-10',
    '2026-01 2026-10',
    '2025-11 2026-10',
  ])
  expect(presets(null, null)).toEqual([])
})
