import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

test('a change is told by the fields that differ', () => {
  expect(changesOf({ before: { name: 'А', zone: null }, after: { name: 'Б', zone: null } })).toEqual([
    { field: 'name', before: 'А', after: 'Б' },
  ])
})
test('what was taken away is gone afterwards, what was made had nothing before', () => {
  expect(changesOf({ before: { role: 'interviewer' }, after: null })).toEqual([
    { field: 'role', before: 'interviewer', after: undefined },
  ])
  expect(changesOf({ before: null, after: { name: 'А', zone: null } })).toEqual([
    { field: 'name', before: undefined, after: 'А' },
  ])
})
test('nothing, and a value without a name, are told as they are', () => {
  expect(changesOf({ before: null, after: null })).toEqual([])
  expect(changesOf({ before: null, after: 'текст' })).toEqual([{ field: 'value', before: undefined, after: 'текст' }])
  expect(changesOf({ before: null, after: ['а', 'б'] })).toEqual([
    { field: 'value', before: undefined, after: ['а', 'б'] },
  ])
})
