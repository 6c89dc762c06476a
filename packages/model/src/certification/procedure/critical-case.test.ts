import { expect, test } from 'vitest'
import { expectMoves, expectSound, refusal } from '../../processes/sound.fixture.ts'
import { CRITICAL_CASE, type CriticalAbout } from './index.ts'

const about: CriticalAbout = {
  today: '2026-05-12',
  special: false,
  certificate: { valid_from: '2025-03-15', valid_to: '2028-03-14' },
  decidedBefore: false,
  noticeLacks: [],
  ends_on: '2026-05-15',
  mine: false,
  noticeSent: false,
  reason: 'данные исправлены',
}

test('a case of a critical value moves so and not otherwise', () => {
  expectSound(CRITICAL_CASE)
  const moves = `
    – open opened
    opened draft drafted
    drafted edit drafted
    drafted sign signed
    signed send signed
    signed end ended
    opened close closed
    drafted close closed`
  expectMoves(CRITICAL_CASE, moves, about, { end: { ...about, noticeSent: true, today: '2026-05-15' } })
})

test.each([
  ['open', null, { special: true }, 'monitored', 'п. 41'],
  ['open', null, { certificate: null }, 'in_force', 'Действующего сертификата'],
  ['open', null, { decidedBefore: true }, 'new_evidence', 'уже принято'],
  ['sign', 'drafted', { certificate: null }, 'in_force', 'сертификата'],
  ['sign', 'drafted', { mine: true }, 'four_eyes', 'не тот'],
  [
    'sign',
    'drafted',
    { noticeLacks: ['authority', 'ends_on'] },
    'notice_complete',
    'наименование уполномоченного органа или организации, дата прекращения',
  ],
  ['sign', 'drafted', { ends_on: null }, 'ends_in_order', '14.03.2028'],
  ['sign', 'drafted', { ends_on: '2026-05-11' }, 'ends_in_order', 'раньше сегодняшнего'],
  ['sign', 'drafted', { ends_on: '2028-03-15' }, 'ends_in_order', '14.03.2028'],
  ['send', 'signed', { noticeSent: true }, 'not_sent_yet', 'уже направлено'],
  ['end', 'signed', { today: '2026-05-15' }, 'sent_and_due', 'когда оно направлено'],
  ['end', 'signed', { noticeSent: true, today: '2026-05-14' }, 'sent_and_due', 'в день'],
  ['close', 'opened', { reason: '' }, 'has_reason', 'причина'],
] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
  expect(refusal(CRITICAL_CASE, event, state, { ...about, ...changes })).toEqual([
    guard,
    expect.stringContaining(words),
  ])
})
