import { expect, test } from 'vitest'
import { markOf, turned, weeksOf } from './year-days.ts'

const none = { off_weekdays: [], working_weekends: [], short: [] }

test('a month in weeks from Monday', () => {
  // 1 February 2027 is a Monday and the month has four weeks; 1 May 2027 is a Saturday.
  expect(weeksOf(2027, 2).map((week) => week.length)).toEqual([7, 7, 7, 7])
  expect(weeksOf(2027, 5)[0]).toEqual([null, null, null, null, null, '2027-05-01', '2027-05-02'])
})

test.each([
  ['2027-02-22', ['working', 'off', 'short', 'working']],
  ['2027-02-20', ['off', 'short', 'working', 'off']],
])('%s goes round its marks and leaves no trace', (day, marks) => {
  const seen = []
  let fields = none
  for (const _ of marks) {
    seen.push(markOf(fields, day))
    fields = turned(fields, day)
  }
  expect(seen).toEqual(marks)
  for (const _ of [1, 2]) fields = turned(fields, day)
  expect(fields).toEqual(none)
})
