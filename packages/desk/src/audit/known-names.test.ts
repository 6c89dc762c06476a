import type { AuditRecord } from '@otklik/model/access/api'
import { expect, test } from 'vitest'
import { namesIn } from './known-names.ts'

const record = (given: Partial<AuditRecord>): AuditRecord => ({
  seq: 1,
  at: '2026-11-22T06:00:00Z',
  who: { kind: 'user', id: '7', name: 'Анна', login: 'anna' },
  role: null,
  organisation: { id: 12, name: 'Минобр' },
  what: 'session.opened',
  subject: 'user:7',
  before: null,
  after: null,
  address: null,
  request: null,
  ...given,
})

test('people and organisations are called as the latest record calls them', () => {
  const names = namesIn([
    record({ subject: 'user:9', after: { name: 'Мария' } }),
    record({ subject: 'user:9', after: { name: 'Мария Прежняя' } }),
    record({ subject: 'organisation:5', before: { name: 'Отдел' } }),
    // Files of every day may be called alike: a package keeps its number.
    record({ subject: 'package:3', after: { name: 'events.csv' } }),
    record({
      who: { kind: 'system', id: null, name: null, login: null },
      organisation: null,
      subject: 'alarms:2026-10',
    }),
  ])
  expect(Object.fromEntries(names)).toEqual({
    'user:7': 'Анна',
    'user:9': 'Мария',
    'organisation:5': 'Отдел',
    'organisation:12': 'Минобр',
  })
})
