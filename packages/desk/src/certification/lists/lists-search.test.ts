import { expect, test } from 'vitest'
import { askedOf, readEditionSearch, readObjectsSearch, searchOfOrder } from './lists-search.ts'

test('an address is read, and what does not fit is left out', () => {
  const given = { find: 'школа', kind: 'typical', territory: '31', sort: 'level', descending: 'true', offset: '100' }
  expect(readObjectsSearch({ ...given, removed: 'any' })).toEqual({ ...given, removed: 'any' })
  expect(
    readEditionSearch({
      kind: 'x',
      category: 1,
      territory: 'Москва',
      sort: 'x',
      descending: 'y',
      offset: '-1',
      admitted: '1',
    }),
  ).toEqual({})
})
test('the server is asked in its own words', () => {
  const asked = askedOf(readObjectsSearch({ territory: 'federal', category: 'услуга', descending: 'true' }))
  expect(asked).toMatchObject({ region: 'federal', category: 'услуга', descending: true })
})
test('the usual order leaves no trace in the address', () => {
  expect(searchOfOrder('number', false)).toEqual({})
  expect(searchOfOrder('name', true)).toEqual({ sort: 'name', descending: 'true' })
})
