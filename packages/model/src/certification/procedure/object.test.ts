import { describe, expect, test } from 'vitest'
import { expectMoves, expectSound, refusal } from '../../processes/sound.fixture.ts'
import { ASSESSMENT, type AssessmentAbout, OBJECT_PROCEDURE, type ObjectAbout } from './index.ts'

describe('a sheet of assessment', () => {
  const about: AssessmentAbout = {
    mine: true,
    unmarked: 0,
    result: 'А',
    explained: true,
    levelSubmitted: false,
    reason: 'уточнение',
  }
  test('moves so and not otherwise', () => {
    expectSound(ASSESSMENT)
    const moves = `
      – begin draft
      draft fill draft
      draft sign signed
      signed reopen draft`
    expectMoves(ASSESSMENT, moves, about)
  })
  test.each([
    ['sign', 'draft', { mine: false }, 'own_sheet', 'эксперт'],
    ['sign', 'draft', { unmarked: 3 }, 'marked', '3'],
    ['sign', 'draft', { result: null }, 'has_result', 'буква'],
    ['sign', 'draft', { explained: false }, 'explained', 'п. 17, 18'],
    ['fill', 'draft', { mine: false }, 'own_sheet', 'эксперт'],
    ['reopen', 'signed', { levelSubmitted: true }, 'before_level', 'на проверке'],
    ['reopen', 'signed', { reason: ' ' }, 'has_reason', 'причина'],
  ] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(ASSESSMENT, event, state, { ...about, ...changes })).toEqual([guard, expect.stringContaining(words)])
  })
})

describe('the procedure of an object', () => {
  const about: ObjectAbout = {
    today: '2026-05-12',
    listApproved: true,
    unsigned: [],
    openRequests: [{ due: '2026-05-11' }],
    requestDue: '2026-05-20',
    mine: false,
    sheetsChanged: false,
    papersMissing: [],
    addressees: true,
    reason: 'ошибка в листе',
  }
  test('moves so and not otherwise', () => {
    expectSound(OBJECT_PROCEDURE)
    const moves = `
      – begin assessing
      assessing request assessing
      assessing submit on_review
      assessing exclude excluded
      on_review return assessing
      on_review fix fixed
      on_review exclude excluded
      fixed send sent`
    expectMoves(OBJECT_PROCEDURE, moves, about)
  })
  test.each([
    ['begin', null, { listApproved: false }, 'list_approved', 'п. 12'],
    ['request', 'assessing', { requestDue: '2026-05-12' }, 'due_ahead', 'в будущем'],
    ['request', 'assessing', { requestDue: null }, 'due_ahead', 'не указан'],
    [
      'submit',
      'assessing',
      { unsigned: ['regulation', 'laboratory'] },
      'all_signed',
      'оценка регулирования, оценка лабораториями',
    ],
    // On its last day a request can still be answered.
    ['submit', 'assessing', { openRequests: [{ due: '2026-05-12' }] }, 'requests_settled', '12.05.2026'],
    ['return', 'on_review', { reason: '' }, 'has_reason', 'причина'],
    ['fix', 'on_review', { mine: true }, 'four_eyes', 'не тот, кто передал'],
    ['fix', 'on_review', { sheetsChanged: true }, 'sheets_unchanged', 'изменён'],
    ['send', 'fixed', { papersMissing: ['заключение'] }, 'papers_made', 'заключение'],
    ['send', 'fixed', { addressees: false }, 'has_addressees', 'п. 25'],
    ['exclude', 'assessing', { reason: '' }, 'has_reason', 'причина'],
  ] as const)('%s of one that is %s, %j', (event, state, changes, guard, words) => {
    expect(refusal(OBJECT_PROCEDURE, event, state, { ...about, ...changes })).toEqual([
      guard,
      expect.stringContaining(words),
    ])
  })
})
