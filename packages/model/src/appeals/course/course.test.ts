import { describe, expect, test } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../calendar/index.ts'
import { step } from '../../processes/index.ts'
import { expectSound } from '../../processes/sound.fixture.ts'
import { BUILT_IN_RULES, deadlineOfCase } from '../index.ts'
import {
  APPEAL_COURSE,
  type AppealAbout,
  type AppealEvent,
  type AppealState,
  isForwardedLate,
  remindersOf,
} from './index.ts'

const ruleOf = (code: string) => BUILT_IN_RULES.find((rule) => rule.code === code) ?? null
/** Everything is given, and everything is in time. */
const ABOUT: AppealAbout = {
  today: '2026-05-12',
  number: 'ОТ-2026-000001',
  rule: ruleOf('59.answer'),
  due: '2026-05-29',
  extended_by: 0,
  answered: '2026-05-02',
  reopened: 0,
  given: {
    reason: 'причина',
    original: { itself: false, sameAuthority: true, duplicate: false },
    executorInReach: true,
    extendBy: 30,
    way: 'почта',
    addressee: 'Минобр',
    outcome: 'explained',
    content: true,
    ground: 'ст. 11 ч. 1',
    solved: 'partly',
  },
}
const SILENT: AppealAbout = { ...ABOUT, today: '2026-06-02' }
const STATES = Object.keys(APPEAL_COURSE.states) as AppealState[]
const EVENTS = Object.keys(APPEAL_COURSE.events) as AppealEvent[]

/** Every move there is, written by hand out of the design. */
const MOVES: readonly [AppealState, AppealEvent, AppealState][] = [
  ['received', 'register', 'registered'],
  ['received', 'void', 'void'],
  ['received', 'duplicate', 'duplicate'],
  ['registered', 'void', 'void'],
  ['registered', 'duplicate', 'duplicate'],
  ['registered', 'assign', 'in_work'],
  ['registered', 'extend', 'registered'],
  ['registered', 'forward', 'forwarded'],
  ['registered', 'no_answer', 'closed'],
  ['registered', 'withdraw', 'closed'],
  ['in_work', 'assign', 'in_work'],
  ['in_work', 'extend', 'in_work'],
  ['in_work', 'forward', 'forwarded'],
  ['in_work', 'answer', 'answered'],
  ['in_work', 'no_answer', 'closed'],
  ['in_work', 'withdraw', 'closed'],
  ['answered', 'confirm', 'closed'],
  ['answered', 'reopen', 'in_work'],
  ['answered', 'expire', 'closed'],
  ['closed', 'reopen', 'in_work'],
]

describe('every state and every event', () => {
  test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s: %s', (state, event) => {
    const move = MOVES.find(([from, by]) => from === state && by === event)
    const found = step(APPEAL_COURSE, event, state, event === 'expire' ? SILENT : ABOUT)
    expect(found).toEqual(move ? { to: move[2] } : { refused: 'state', message: expect.stringContaining('невозможно') })
  })
  test('the table is whole', () => expectSound(APPEAL_COURSE))
})

describe('a step is refused in words', () => {
  const refused = (event: AppealEvent, state: AppealState, about: Partial<AppealAbout>) => {
    const found = step(APPEAL_COURSE, event, state, { ...ABOUT, ...about })
    return 'refused' in found ? [found.refused, found.message] : found
  }
  const given = (changes: AppealAbout['given']): Partial<AppealAbout> => ({ given: { ...ABOUT.given, ...changes } })
  const original = (changes: object) =>
    given({ original: { itself: false, sameAuthority: true, duplicate: false, ...changes } })

  test.each<[AppealEvent, AppealState, Partial<AppealAbout>, string, string]>([
    ['register', 'received', { number: null }, 'numbered', 'Номер'],
    ['register', 'received', { rule: null }, 'has_rule', 'Правило'],
    ['void', 'received', given({ reason: ' ' }), 'has_reason', 'причина'],
    ['duplicate', 'received', given({ original: null }), 'original_fits', 'Не указано обращение'],
    ['duplicate', 'received', original({ itself: true }), 'original_fits', 'самого себя'],
    ['duplicate', 'received', original({ sameAuthority: false }), 'original_fits', 'другого органа'],
    ['duplicate', 'registered', original({ duplicate: true }), 'original_fits', 'само дубликат'],
    ['assign', 'registered', given({ executorInReach: false }), 'executor_in_reach', 'Исполнитель'],
    ['extend', 'in_work', { rule: ruleOf('210.answer') }, 'extension_allowed', 'не продлевается'],
    ['extend', 'in_work', { rule: null }, 'extension_allowed', 'нет срока'],
    ['extend', 'in_work', given({ extendBy: 31 }), 'extension_allowed', 'не более чем на 30 дней'],
    ['extend', 'in_work', given({ extendBy: 0 }), 'extension_allowed', 'Не указано, на сколько дней'],
    ['extend', 'in_work', { extended_by: 10 }, 'extended_once', 'уже продлён на 10 дней'],
    ['extend', 'in_work', { today: '2026-05-29' }, 'before_due', '29.05.2026'],
    ['extend', 'in_work', { due: null }, 'before_due', 'не сосчитан'],
    ['extend', 'in_work', given({ way: '' }), 'applicant_told', 'уведомить заявителя'],
    ['forward', 'in_work', given({ addressee: '' }), 'has_addressee', 'перенаправить'],
    ['answer', 'in_work', given({ outcome: '' }), 'has_outcome', 'итог'],
    ['answer', 'in_work', given({ content: false }), 'has_content', 'Нет ответа'],
    ['answer', 'in_work', given({ way: '' }), 'has_way', 'как отправить'],
    ['withdraw', 'in_work', given({ ground: '' }), 'has_ground', 'основание'],
    ['confirm', 'answered', given({ solved: 'no' }), 'content_applicant', 'не подтвердил'],
    // The answer was on 2 May: day 30 is 1 June.
    ['reopen', 'answered', { today: '2026-06-02' }, 'in_time_to_reopen', '02.05.2026'],
    ['reopen', 'closed', { answered: null }, 'in_time_to_reopen', 'Ответа не было'],
    ['reopen', 'closed', { reopened: 2 }, 'reopenings_left', '2 раза'],
    ['expire', 'answered', { today: '2026-06-01' }, 'long_silent', '30 дней'],
  ])('%s of one that is %s, %j', (event, state, about, guard, words) => {
    expect(refused(event, state, about)).toEqual([guard, expect.stringContaining(words)])
  })
  test('on day 30 it can be reopened, and closes by itself on day 31', () => {
    expect(refused('reopen', 'answered', { today: '2026-06-01' })).toEqual({ to: 'in_work' })
    expect(refused('expire', 'answered', { today: '2026-06-02' })).toEqual({ to: 'closed' })
  })
  test('on the day before the last it can be extended', () => {
    expect(refused('extend', 'in_work', { today: '2026-05-28' })).toEqual({ to: 'in_work' })
  })
})

test('who may do what', () => {
  const may = (state: AppealState, ...actors: (keyof typeof APPEAL_COURSE.actors)[]) =>
    APPEAL_COURSE.table.eventsFor(state, ABOUT, actors)
  expect(may('in_work', 'appeals.answer')).toEqual(['answer'])
  expect(may('answered', 'applicant')).toEqual(['confirm', 'reopen'])
  expect(may('answered', 'appeals.answer', 'appeals.register')).toEqual([])
  expect(may('registered', 'appeals.decide')).toEqual(['extend', 'forward', 'no_answer', 'withdraw'])
})

describe('reminders', () => {
  const of = (from: string, rule: string) => {
    const term = deadlineOfCase({ from, rule }, BUILT_IN_RULES, BUILT_IN_CALENDAR)
    if ('error' in term) throw new Error(term.error.message)
    return remindersOf(term, BUILT_IN_CALENDAR).map(({ day, whom }) => `${day} ${whom}`)
  }
  // Due and act by 29 May, a Friday: five working days before are 22 May, one is 28 May.
  test('five working days and one before, and the day after', () => {
    expect(of('2026-04-29', '59.answer')).toEqual(['2026-05-22 executor', '2026-05-28 executor', '2026-05-30 head'])
  })
  test('not before the count begins', () => {
    expect(of('2026-04-30', 'pos.fast')).toEqual(['2026-05-05 executor', '2026-05-07 head'])
  })
  test('of a term into a year without a calendar the head alone', () => {
    expect(of('2026-12-20', '59.answer')).toEqual(['2027-01-20 head'])
  })
})

test('forwarded on its seventh day is in time', () => {
  expect([isForwardedLate('2026-05-07', '2026-05-07'), isForwardedLate('2026-05-07', '2026-05-08')]).toEqual([
    false,
    true,
  ])
})
