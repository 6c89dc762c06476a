import { AGES } from '@otklik/model/exchange/feed'
import { expect, test } from 'vitest'
import { countsOf } from './counts-of.ts'
import { dayOfPackages } from './read-feed.ts'

const file = (kind: string | null, read: number, more = {}) => ({
  name: `${kind}.csv`,
  kind,
  sha256: '',
  read,
  accepted: read,
  quarantined: 0,
  dropped: 0,
  structure: [],
  explanations: [],
  alreadyReceived: false,
  ...more,
})
const facts = {
  offices: { Центр: 3 },
  statuses: { 17: 5 },
  ages: Array.from({ length: AGES }, (_, at) => (at === 0 ? 5 : 0)),
}

test('a package is counted by the sums of its files; those that were refused or had come before bring no rows', () => {
  const counted = countsOf(
    {
      files: [
        file('requests', 4, { dropped: 1, replaced: 2 }),
        file('events', 6),
        file('events', 2),
        file('services', 9, { replaced: 9 }),
        file('ratings', 0, { alreadyReceived: true }),
        file('payments', 0, { structure: ['missing_column'] }),
        file(null, 0),
      ],
      codes: { unknown_request: 7 },
    },
    facts,
  )
  expect(counted).toEqual({
    rows: { requests: 4, events: 8, services: 9 },
    repeats: 3,
    unknown: 7,
    again: ['ratings'],
    ...facts,
  })
})

test('packages of a day add up', () => {
  const one = { rows: { requests: 4 }, repeats: 1, unknown: 2, again: ['events' as const], ...facts }
  expect(dayOfPackages('2026-06-30', [one, one])).toEqual({
    date: '2026-06-30',
    packages: 2,
    rows: { requests: 8 },
    repeats: 2,
    unknown: 4,
    again: ['events'],
    offices: { Центр: 6 },
    statuses: { 17: 10 },
    ages: facts.ages.map((rows) => 2 * rows),
  })
})
