import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../days/index.ts'
import { nextReminder } from './index.ts'

describe('reminders', () => {
  const due = '2026-08-09'
  test.each([
    ['2026-08-01', null, null],
    ['2026-08-02', null, 'soon'],
    ['2026-08-05', '2026-08-02', null],
    ['2026-08-05', null, 'soon'],
    ['2026-08-09', '2026-08-02', 'today'],
    ['2026-08-10', '2026-08-09', null],
    ['2026-08-10', '2026-08-02', 'overdue'],
    ['2026-08-16', '2026-08-10', 'overdue'],
    ['2026-08-22', '2026-08-16', null],
  ])('on %s, last reminded %s: %s', (today, remindedOn, found) => {
    expect(nextReminder({ due, remindedOn }, today)).toBe(found)
  })

  test('whoever is looked at every day hears a week before, on the day and then weekly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (late) => {
        let remindedOn: string | null = null
        const days: string[] = []
        for (const today of daysBetween(addDays(due, -20), addDays(due, late)))
          if (nextReminder({ due, remindedOn }, today) !== null) {
            remindedOn = today
            days.push(today)
          }
        expect(days).toEqual([
          addDays(due, -7),
          ...Array.from({ length: 1 + Math.floor(late / 7) }, (_, at) => addDays(due, 7 * at)),
        ])
      }),
    )
  })
})
