import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

test('a change is told by the fields that differ', () => {
  expect(
    changesOf({ what: 'user.saved', before: { name: 'А', zone: null }, after: { name: 'Б', zone: null } }),
  ).toEqual([{ field: 'name', before: 'А', after: 'Б' }])
})
test('what was taken away is gone afterwards, what was made had nothing before', () => {
  expect(changesOf({ what: 'user.saved', before: { role: 'interviewer' }, after: null })).toEqual([
    { field: 'role', before: 'interviewer', after: undefined },
  ])
  expect(changesOf({ what: 'user.saved', before: null, after: { name: 'А', zone: null } })).toEqual([
    { field: 'name', before: undefined, after: 'А' },
  ])
})
test('nothing, and a value without a name, are told as they are', () => {
  expect(changesOf({ what: 'user.saved', before: null, after: null })).toEqual([])
  expect(changesOf({ what: 'user.saved', before: null, after: 'текст' })).toEqual([
    { field: 'value', before: undefined, after: 'текст' },
  ])
  expect(changesOf({ what: 'user.saved', before: null, after: ['а', 'б'] })).toEqual([
    { field: 'value', before: undefined, after: ['а', 'б'] },
  ])
})
test('of a look only the filters are told', () => {
  const after = { route: '/api/progress/requests', query: { counted: 'refused', limit: 50, offset: 0 } }
  expect(changesOf({ what: 'data.viewed', before: null, after })).toEqual([
    { field: 'counted', before: undefined, after: 'refused' },
  ])
  expect(changesOf({ what: 'data.viewed', before: null, after: { route: '/api/packages/:id', query: {} } })).toEqual([])
})
