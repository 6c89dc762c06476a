import { expect, test } from 'vitest'
import { groupBySection, type TimelineEvent } from './timeline-groups.ts'

const event = (section: string, status: number): TimelineEvent => ({
  section,
  item: '',
  status,
  name: '',
  description: '',
  local: '2026-10-05T00:00:00',
  instant: null,
  timeKnown: false,
  waited: null,
  suspended: false,
  origin: { package: 1, supplier: 'mfc', date: '2026-10-05', file: 'events.csv', row: status },
})

test('a section that a request comes back to is a group of its own', () => {
  const groups = groupBySection([event('ЕПГУ', 17), event('ЕПГУ', 2), event('ОГВ', 1), event('ЕПГУ', 3)])
  expect(groups.map(({ section, events }) => [section, events.map(({ status }) => status)])).toEqual([
    ['ЕПГУ', [17, 2]],
    ['ОГВ', [1]],
    ['ЕПГУ', [3]],
  ])
})
