import { describe, expect, test } from 'vitest'
import { InputError } from '../../inputs/index.ts'
import {
  computePains,
  isEmpty,
  measuresWithoutRow,
  painTable,
  readPains,
  readSettings,
  TABLE_HEADINGS,
  USUAL_SETTINGS,
} from './index.ts'
import { asked, problem } from './pains.fixture.ts'

describe('reading', () => {
  const base = { processes: [{ id: 's' }], problems: [problem('q')] }
  const faults = (input: object) =>
    readPains({ ...base, ...input }).faults.map(({ place, message }) => `${place}: ${message}`)
  test('what is wrong with a record leaves it out and is told with its place', () => {
    const respondents = [
      ...asked(1, { weight: 0 }),
      ...asked(1, { weight: -1 }),
      ...asked(1, { rating: 6 }),
      ...asked(1, { problems: ['z'] }),
      ...asked(1, { process: 'u' }),
      5,
      ...asked(1),
    ]
    expect(faults({ respondents })).toEqual([
      'respondents[0]: Поле weight: нужно число больше 0, а дано 0.',
      'respondents[1]: Поле weight: нужно число больше 0, а дано -1.',
      'respondents[2]: Поле rating: нужно число от 1 до 5, а дано 6.',
      'respondents[3]: Проблемы «z» в списке problems нет. Исправьте код или добавьте проблему.',
      'respondents[4]: Процесса «u» в списке processes нет. Исправьте код или добавьте процесс.',
      'respondents[5]: Запись: нужен объект JSON в фигурных скобках, а дано 5.',
    ])
    expect(readPains({ ...base, respondents }).input.respondents).toHaveLength(1)
  })
  test('a code used twice, a measure with a day that is none', () => {
    expect(faults({ problems: [problem('q'), problem('q')] })).toEqual([
      'problems[1]: «q» уже есть выше. Дайте другой код.',
    ])
    const measure = { process: 's', problem: 'q', text: 'Окно', responsible: null, due: '2026-02-30' }
    expect(faults({ measures: [measure] })[0]).toContain('measures[0]: Поле due: нужен день вида ГГГГ-ММ-ДД')
  })
  test('what is no input at all is refused', () => {
    expect(() => readPains([])).toThrow(InputError)
    expect(() => readPains({ ...base, respondents: {} })).toThrow('Поле respondents: нужен список')
    expect(isEmpty(readPains({}).input)).toBe(true)
  })
  test('settings stand for the usual ones; terms by priority or in a row', () => {
    expect(readSettings({ min_n: 10, term_days: [10, 20, 30] })).toEqual({
      ...USUAL_SETTINGS,
      min_n: 10,
      term_days: { high: 10, medium: 20, low: 30 },
    })
    expect(readSettings({ term_days: { high: 7 } }).term_days).toEqual({ high: 7, medium: 90, low: 180 })
    expect(() => readSettings({ min: 3 })).toThrow('Поля settings.min нет')
    expect(() => readSettings({ high_p: '10' })).toThrow('Поле settings.high_p: нужно число')
  })
})

describe('the table of appendix 2', () => {
  const { input } = readPains({
    processes: [{ id: 's', name: 'Зачисление' }],
    problems: [problem('q'), problem('f')],
    respondents: [...asked(35, { problems: ['q'] }), ...asked(1, { problems: ['f'] })],
    measures: [
      { process: 's', problem: 'q', text: 'Окно', responsible: 'Отдел', due: '2026-09-01' },
      { process: 's', problem: 'q', text: 'Табло', responsible: null, due: null },
      { process: 's', problem: 'z', text: '–', responsible: null, due: null },
    ],
  })
  const map = computePains(input)
  test('a process with its problems, a problem with its measures or the words that there are none', () => {
    expect(painTable(input, map).processes).toEqual([
      {
        number: '1.',
        name: 'Зачисление',
        problems: [
          {
            name: 'Проблема q',
            prevalence: 'Высокая',
            priority: 'Средняя',
            measures: [
              { text: 'Окно', responsible: 'Отдел', due: '01.09.2026' },
              { text: 'Табло', responsible: 'не назначен', due: '90 дней по приоритетности' },
            ],
          },
          {
            name: 'Проблема f',
            prevalence: 'Средняя',
            priority: 'Низкая',
            measures: [{ text: 'не определены', responsible: 'не назначен', due: '180 дней по приоритетности' }],
          },
        ],
      },
    ])
  })
  test('headings word for word, and the thresholds under the asterisk', () => {
    expect(TABLE_HEADINGS[3]).toBe('Распространенность проблемы*')
    expect(TABLE_HEADINGS).toHaveLength(8)
    expect(painTable(input, map).note).toContain(
      'не меньше 10 % опрошенных или нижняя граница 95-процентного интервала не меньше 5 %',
    )
  })
  test('a measure for a problem that nobody named in its process has no place', () => {
    const stray = { process: 's', problem: 'f', text: 'x', responsible: null, due: null }
    expect(measuresWithoutRow({ ...input, measures: [stray] }, { ...map, rows: map.rows.slice(0, 1) })).toEqual([0])
  })
})
