import { ROUTES } from '@otklik/model/routes'
import { describe, expect, test } from 'vitest'
import { calledThing } from './called.ts'

const labelled = ROUTES.filter(({ route }) => route.audit !== undefined)

describe('what was looked at or exported', () => {
  test.each(labelled.map(({ name, route }) => [name, `${route.method} ${route.path.replace(/:\w+/g, '12')}`]))(
    '%s is known by its path',
    (name, subject) => {
      expect(calledThing(subject)?.name).toBe(name)
    },
  )
  test('names the one it was', () => {
    expect(calledThing('GET /api/packages/12/files/0/set-aside.csv')).toEqual({ name: 'downloadSetAside', id: '12' })
    expect(calledThing('GET /api/progress/requests/MF/1 2')).toEqual({ name: 'readTimeline', id: 'MF/1 2' })
    expect(calledThing('GET /api/progress/requests')).toEqual({ name: 'listRequests', id: null })
    expect(calledThing('GET /api/packages/calendar')).toEqual({ name: 'readCalendar', id: null })
  })
  test('other subjects are not calls', () => {
    for (const subject of ['user:12', 'POST /api/people', 'GET /api/elsewhere', 'GET', ''])
      expect(calledThing(subject)).toBeUndefined()
  })
})
