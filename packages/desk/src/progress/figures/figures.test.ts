import { describe, expect, test } from 'vitest'
import { runOf } from './figures.ts'
import { readRequestsSearch } from '../requests/requests-search.ts'

describe('how the last months went', () => {
  test.each([
    [[1, 2, 3, 4], { way: 'up', months: 3 }],
    [[5, 1, 2, 3], { way: 'up', months: 2 }],
    [[4, 3, 2], { way: 'down', months: 2 }],
    [[1, 2], { way: 'flat', months: 0 }],
    [[1, 2, 2, 3], { way: 'flat', months: 0 }],
    [[1, null, 2, 3], { way: 'flat', months: 0 }],
    [[], { way: 'flat', months: 0 }],
  ] as const)('%j', (values, run) => {
    expect(runOf(values)).toEqual(run)
  })
})

test('an address of the list of requests keeps what it understands', () => {
  expect(readRequestsSearch({ counted: 'refused', status: '4', find: '00', offset: '100', service: '007' })).toEqual({
    counted: 'refused',
    status: '4',
    find: '00',
    offset: '100',
    service: '007',
  })
  expect(readRequestsSearch({ counted: 'rated', score: '5' })).toEqual({ counted: 'rated', score: '5' })
  expect(readRequestsSearch({ counted: 'decided', score: '5' })).toEqual({ counted: 'decided' })
  expect(readRequestsSearch({ counted: 'rated', score: '6' })).toEqual({ counted: 'rated' })
  expect(readRequestsSearch({ counted: 'all', status: 'четыре', offset: '0', find: '' })).toEqual({})
})
