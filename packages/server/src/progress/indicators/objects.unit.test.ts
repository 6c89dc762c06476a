import { expect, test } from 'vitest'
import { nothing } from '../cube/counts.ts'
import { ratingScale } from '../../facts/index.ts'
import { indicatorColumns, indicatorObjects } from './objects.ts'
import { indicatorRow } from './rows.ts'

const counts = {
  ...nothing,
  submitted: 3,
  inError: 2,
  decided: 3,
  refused: 1,
  ratings: 3,
  ratingSum: BigInt(13 * ratingScale),
  ratingSquares: 57,
}

test('an object has the keys of its slice, then the figures, rounded to four decimals', () => {
  const [object] = indicatorObjects([indicatorRow({ service: '1', month: '2026-05' }, counts)])
  expect(JSON.stringify(object)).toBe(
    '{"service":"1","month":"2026-05","submitted":3,"in_error":2,"error_share":66.6667,' +
      '"decided":3,"refused":1,"refusal_share":33.3333,"ratings":3,"csi":4.3333}',
  )
  expect(Object.keys(object ?? {})).toEqual(indicatorColumns(['month', 'service']))
})

test('nothing decided, submitted or rated is null, never 0', () => {
  expect(indicatorObjects([indicatorRow({}, nothing)])).toEqual([
    {
      submitted: 0,
      in_error: 0,
      error_share: null,
      decided: 0,
      refused: 0,
      refusal_share: null,
      ratings: 0,
      csi: null,
    },
  ])
})

test('the CSI is exact where a sum of ratings exceeds what a number holds', () => {
  const many = { ...nothing, ratings: 30_000_000, ratingSum: 30_000_000n * BigInt(4 * ratingScale) }
  expect(indicatorObjects([indicatorRow({}, many)])[0]?.csi).toBe(4)
})
