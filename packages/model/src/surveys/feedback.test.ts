import { describe, expect, test } from 'vitest'
import { FEEDBACK, feedbackDue, isOverdueFeedback, readContact, type TypedContact } from './feedback.ts'

const SENTENCE = 'Открыли второе окно приёма по средам.'
const about = (sentence: string, personal = false) => ({ sentence, personal })
const typed = (given: Partial<TypedContact> = {}): TypedContact => ({
  name: 'Мария',
  mail: 'maria@example.ru',
  phone: '',
  words: 'Долго ждали',
  consent: true,
  ...given,
})

describe('a feedback', () => {
  test('goes one way, each step with a sentence', () => {
    const { table } = FEEDBACK
    expect(table.next('take', 'received', about(SENTENCE))).toEqual({ to: 'in_work' })
    expect(table.next('finish', 'received', about(SENTENCE))).toEqual({ to: 'done' })
    expect(table.next('reject', 'in_work', about(SENTENCE))).toEqual({ to: 'not_confirmed' })
    for (const state of ['done', 'not_confirmed'] as const)
      expect(table.next('take', state, about(SENTENCE))).toEqual({ refused: 'state' })
  })

  test.each([
    ['12345678901234567 89', true],
    ['1234567890123456789', false],
    ['  1234567890123456789 ', false],
    ['😀'.repeat(20), true],
  ])('«%s» as a sentence: %s', (sentence, fits) =>
    expect('to' in FEEDBACK.table.next('take', 'received', about(sentence))).toBe(fits),
  )

  test('names nobody in its sentence', () =>
    expect(FEEDBACK.table.next('finish', 'in_work', about(SENTENCE, true))).toEqual({ refused: 'nobody_named' }))

  test('is due 30 days after it came, and overdue the day after while it is open', () => {
    expect(feedbackDue('2026-01-31')).toBe('2026-03-02')
    expect(isOverdueFeedback('received', '2026-03-02', '2026-03-02')).toBe(false)
    expect(isOverdueFeedback('in_work', '2026-03-02', '2026-03-03')).toBe(true)
    expect(isOverdueFeedback('done', '2026-03-02', '2026-12-31')).toBe(false)
  })
})

describe('a contact', () => {
  test('is kept trimmed; mail or phone is enough', () => {
    expect(readContact(typed({ name: ' ', mail: ' maria@example.ru ' }))).toEqual({
      contact: { name: null, mail: 'maria@example.ru', phone: null },
    })
    expect(readContact(typed({ mail: '', phone: '+7 (910) 123-45-67' }))).toEqual({
      contact: { name: 'Мария', mail: null, phone: '+7 (910) 123-45-67' },
    })
  })

  test.each<[Partial<TypedContact>, string[]]>([
    [{ mail: '' }, ['mail no_way']],
    [{ mail: 'maria' }, ['mail bad_mail']],
    [{ phone: '123-45-67' }, ['phone bad_phone']],
    [{ words: ' \n', consent: false }, ['words no_words', 'consent no_consent']],
  ])('%j is refused', (given, faults) => {
    const read = readContact(typed(given))
    expect('faults' in read && read.faults.map(({ at, fault }) => `${at} ${fault}`)).toEqual(faults)
  })
})
