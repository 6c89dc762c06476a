import { BUILT_IN_CALENDAR } from '@otklik/model/calendar'
import { expect, test } from 'vitest'
import { person } from '../../test/support/principals.ts'
import type { Db } from '../platform/postgres/open.ts'
import { letterOf } from './letters.ts'
import { deadlines } from './standing.ts'

// It asks no database.
const NO_DB = {} as Db
const LEAD = person({
  as: { membership: '1', role: 'client_centricity_lead', organisation: { id: 1, name: 'Орган', path: '/1/' } },
})
const asked = { db: NO_DB, calendar: BUILT_IN_CALENDAR, until: '2026-12-31', most: 10 }

test('reports are due for the role that makes them, until their day', async () => {
  const { entries } = await deadlines({ ...asked, who: LEAD, today: '2026-11-22' })
  expect(entries.map(({ code, due }) => `${code} ${due}`)).toEqual(['monthly 2026-12-14'])
  expect((await deadlines({ ...asked, who: person(), today: '2026-11-22' })).entries).toEqual([])
})
test('a year that has begun without a calendar is told of, the next one is not', async () => {
  const given = await deadlines({ ...asked, who: LEAD, today: '2031-02-01' })
  expect(given.notes).toEqual([expect.stringContaining('2031')])
})

test('a letter names each day with its point', () => {
  const entry = {
    code: 'c',
    period: '1',
    due: '2026-11-20',
    last_working_day: null,
    what: 'Направить сертификат',
    who: 'Центр',
    source: 'Правила, п. 25',
    internal: false,
    doneOn: null,
    mine: true,
    address: '/certification/1',
    state: 'late' as const,
  }
  const { subject, before } = letterOf(
    [entry, { ...entry, due: '2026-11-24', state: 'open' }],
    'Иванова',
    'https://o.test',
  )
  expect([subject, ...before.slice(1)]).toEqual([
    'Сроки в Отклике: 2',
    'Срок истёк 20.11.2026 – Направить сертификат (Правила, п. 25).',
    'До 24.11.2026 – Направить сертификат (Правила, п. 25).',
  ])
})
