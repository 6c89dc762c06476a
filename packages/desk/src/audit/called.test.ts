import * as contract from '@otklik/model/api'
import { describe, expect, test } from 'vitest'
import { calledThing } from './called.ts'

/** Calls that the audit tells of as a look or an export. */
const watched = Object.values(contract)
  .filter((one): one is contract.Route => typeof one === 'object' && 'method' in one && 'path' in one)
  .filter(({ primary, stream, query }) => primary === true || stream === 'download' || hasFormat(query))

function hasFormat(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'properties' in query && 'format' in Object(query.properties)
}

describe('what was looked at or exported', () => {
  test.each(watched.map(({ method, path }) => `${method} ${path.replace(/:[a-z]+/g, '12')}`))(
    '%s has words',
    (subject) => {
      expect(calledThing(subject)).toBeDefined()
    },
  )
  test('names the one it was', () => {
    expect(calledThing('GET /api/packages/12/files/0/set-aside.csv')).toEqual({ thing: 'set_aside', id: '12' })
    expect(calledThing('GET /api/progress/requests/MF/1 2')).toEqual({ thing: 'request', id: 'MF/1 2' })
    expect(calledThing('GET /api/progress/requests')).toEqual({ thing: 'requests', id: null })
  })
  test('other subjects are not calls', () => {
    for (const subject of ['user:12', 'POST /api/people', 'GET /api/elsewhere', 'GET', ''])
      expect(calledThing(subject)).toBeUndefined()
  })
})
