import { describe, expect, test } from 'vitest'
import type { Condition, Question, Questionnaire } from '../document/types.ts'
import { readQuestionnaire } from '../document/parse.ts'
import { ask, form1, questionnaireOf } from '../questionnaires.fixture.ts'
import { checkQuestionnaire } from './check.ts'

const found = (questionnaire: Questionnaire, options = {}): string[] =>
  checkQuestionnaire(questionnaire, options).problems.map(({ level, code, at }) => `${level} ${code} ${at}`)
const of = (...questions: Question[]) => found(questionnaireOf(questions))
const yes = ask('a', 'one', { options: 'yes no' })
const shownIf = (showIf: Condition, more: Question[] = []) => of(yes, ...more, ask('z', 'text', { showIf }))

test('form 1 has no problems; its longest way by hand: 337 seconds', () => {
  // All words / 3, 4 s for each choice and row, 20 s for the open text; without q9 (11 s) beside q11 and one of two resources.
  const check = checkQuestionnaire(form1)
  expect(check).toMatchObject({ ok: true, questions: 26, options: 55, problems: [] })
  expect(check.minutes.longest).toBe(5.6167)
  expect(check.minutes.median).toBeGreaterThan(4.5)
  expect(check.minutes.median).toBeLessThan(check.minutes.longest)
  expect(checkQuestionnaire(form1)).toEqual(check)
})

describe('errors', () => {
  const long = 'q'.repeat(33)
  test.each<[string, string[], string]>([
    ['a code twice', of(yes, yes), 'error duplicate_code a'],
    ['an option twice', of(ask('a', 'one', { options: 'x y x' })), 'error duplicate_code a.x'],
    ['a row twice', of(ask('a', 'matrix', { rows: 'x x', min: 1, max: 5 })), 'error duplicate_code a.x'],
    ['a code with foreign signs', of(ask('вопрос', 'text')), 'error bad_code вопрос'],
    ['a code of a digit', of(ask('1a', 'text')), 'error bad_code 1a'],
    ['a long code', of(ask(long, 'text')), `error bad_code ${long}`],
    ['a code of the whole', found(questionnaireOf([yes], { code: 'Анкета 1' })), 'error bad_code code'],
    ['a measure', of(ask('a', 'text', { measure: 'Моё' })), 'error bad_code a'],
    ['a later question', of(ask('z', 'text', { showIf: { question: 'a', is: 'yes' } }), yes), 'error showif_forward z'],
    ['itself', of(ask('a', 'one', { options: 'x', showIf: { question: 'a', is: 'x' } })), 'error showif_forward a'],
    ['an unknown question', shownIf({ question: 'b', is: 'yes' }), 'error showif_unknown z'],
    [
      'an unknown row',
      shownIf({ question: 'm.q', is: 5 }, [ask('m', 'matrix', { rows: 'r', min: 1, max: 5 })]),
      'error showif_unknown z',
    ],
    [
      'a whole matrix',
      shownIf({ question: 'm', is: 5 }, [ask('m', 'matrix', { rows: 'r', min: 1, max: 5 })]),
      'error showif_unknown z',
    ],
    ['an unknown option', shownIf({ question: 'a', is: 'maybe' }), 'error option_unknown z'],
    ['a number for an option', shownIf({ question: 'a', in: ['yes', 1] }), 'error option_unknown z'],
    [
      'a point off the scale',
      shownIf({ question: 's', is: 7 }, [ask('s', 'scale', { min: 1, max: 5 })]),
      'error option_unknown z',
    ],
    ['order of options', shownIf({ question: 'a', ge: 1 }), 'error option_unknown z'],
    ['no options', of(ask('a', 'one')), 'error no_options a'],
    ['an empty list of options', of(ask('a', 'many', { options: '' })), 'error no_options a'],
    ['no rows', of(ask('a', 'matrix', { min: 1, max: 5 })), 'error no_options a'],
    ['neither scale nor options', of(ask('a', 'matrix', { rows: 'x' })), 'error no_options a'],
    ['a scale without ends', of(ask('a', 'scale', { min: 1 })), 'error bad_bounds a'],
    ['a scale upside down', of(ask('a', 'scale', { min: 5, max: 1 })), 'error bad_bounds a'],
    ['a scale of texts', of(ask('a', 'scale', { min: '1', max: '5' })), 'error bad_bounds a'],
    ['a valid option of a scale', of(ask('a', 'scale', { min: 1, max: 5, options: 'x' })), 'error bad_bounds a'],
    ['an endless scale', of(ask('a', 'scale', { min: 0, max: 1e9 })), 'error bad_bounds a'],
    ['more to choose than there is', of(ask('a', 'many', { options: 'x y', min: 3 })), 'error bad_bounds a'],
    ['a day that is none', of(ask('a', 'date', { min: '2026-02-30' })), 'error bad_bounds a'],
    ['numbers upside down', of(ask('a', 'number', { min: 2, max: 1 })), 'error bad_bounds a'],
    ['scale and options', of(ask('a', 'matrix', { rows: 'x', options: 'y', min: 1, max: 2 })), 'error bad_bounds a'],
    ['an unknown list', of(ask('a', 'list', { list: 'services' })), 'error list_unknown a'],
    ['a list named like a method', of(ask('a', 'list', { list: 'constructor' })), 'error list_unknown a'],
    ['two of «другое»', of(ask('a', 'one', { options: 'x+ y+' })), 'error two_other a'],
    ['no text', of(ask('a', 'text', { text: {} })), 'error missing_text a'],
    ['a blank text', of(ask('a', 'text', { hint: { ru: '  ' } })), 'error missing_text a'],
    ['no title', found(questionnaireOf([yes], { title: {} })), 'error missing_text title'],
  ])('%s', (_, problems, expected) => expect(problems).toEqual([expected]))

  test('a text is missing where the file has none', () => {
    const read = readQuestionnaire({
      ...questionnaireOf([{ ...yes, options: [{ code: 'x' } as never] }]),
      title: undefined,
    })
    expect('questionnaire' in read && found(read.questionnaire)).toEqual([
      'error missing_text title',
      'error missing_text a.x',
    ])
  })

  test('a choice that is taken from itself, from later, or in a circle', () => {
    const list = { own: [{ code: 'k', text: { ru: 'К' } }] }
    const taken = (from: string) => [
      ask('a', 'list', { list: 'own', from }),
      ask('b', 'list', { list: 'own', from: 'a' }),
    ]
    expect(found(questionnaireOf(taken('b'), { lists: list }))).toEqual(['error showif_forward a'])
    expect(found(questionnaireOf(taken('a'), { lists: list }))).toEqual(['error showif_forward a'])
    expect(found(questionnaireOf(taken('c'), { lists: list }))).toEqual(['error showif_unknown a'])
    expect(found(questionnaireOf([ask('t', 'text'), ...taken('t')], { lists: list }))).toEqual(['error list_unknown a'])
  })

  test('every problem is said in a sentence', () => {
    const { problems } = checkQuestionnaire(questionnaireOf([ask('1', 'one'), ask('a', 'scale', { text: {} })]))
    for (const { message } of problems) expect(message).toMatch(/^[А-ЯЁ].*[.]$/)
    expect(problems.length).toBe(4)
  })
})

describe('warnings', () => {
  const scale = (more: object) => ask('s', 'scale', { min: 1, max: 5, ...more })
  test.each<[string, string[], string[]]>([
    [
      'a contradiction',
      shownIf({
        all: [
          { question: 'a', is: 'yes' },
          { question: 'a', is: 'no' },
        ],
      }),
      ['unreachable z'],
    ],
    [
      'a tautology',
      shownIf({ any: [{ question: 'a', is: 'yes' }, { not: { question: 'a', is: 'yes' } }] }),
      ['always_shown z'],
    ],
    ['all options of what may be skipped', shownIf({ question: 'a', in: ['yes', 'no'] }), []],
    [
      'all options of what must be answered',
      of({ ...yes, required: true }, ask('z', 'text', { showIf: { question: 'a', in: ['yes', 'no'] } })),
      ['always_shown z'],
    ],
    [
      'after an end',
      of(ask('a', 'one', { options: 'yes no!' }), ask('z', 'text', { showIf: { question: 'a', is: 'no' } })),
      ['unreachable z'],
    ],
    [
      'behind what is hidden then',
      of(
        yes,
        scale({ showIf: { question: 'a', is: 'yes' } }),
        ask('z', 'text', {
          showIf: {
            all: [
              { question: 's', ge: 3 },
              { question: 'a', is: 'no' },
            ],
          },
        }),
      ),
      ['unreachable z'],
    ],
    [
      'between two points',
      of(scale({}), ask('z', 'text', { showIf: { question: 's', gt: 3, lt: 4 } })),
      ['unreachable z'],
    ],
    [
      'between two numbers',
      of(ask('n', 'number', { decimals: 1 }), ask('z', 'text', { showIf: { question: 'n', gt: 3, lt: 4 } })),
      [],
    ],
    ['past the end', of(scale({}), ask('z', 'text', { showIf: { question: 's', ge: 6 } })), ['unreachable z']],
    [
      'more than may be chosen',
      of(
        ask('m', 'many', { options: 'x y z', max: 2 }),
        ask('z', 'text', { showIf: { question: 'm', count: { ge: 3 } } }),
      ),
      ['unreachable z'],
    ],
    [
      'two that exclude each other',
      of(
        ask('m', 'many', { options: 'x y none^' }),
        ask('z', 'text', {
          showIf: {
            all: [
              { question: 'm', is: 'x' },
              { question: 'm', is: 'none' },
            ],
          },
        }),
      ),
      ['unreachable z'],
    ],
    [
      'two that go together',
      of(
        ask('m', 'many', { options: 'x y none^' }),
        ask('z', 'text', {
          showIf: {
            all: [
              { question: 'm', is: 'x' },
              { question: 'm', is: 'y' },
            ],
          },
        }),
      ),
      [],
    ],
    [
      'no answer to a note',
      of(ask('n', 'note'), ask('z', 'text', { showIf: { question: 'n', answered: true } })),
      ['unreachable z'],
    ],
    [
      'an attribute of two values',
      shownIf({
        all: [
          { attribute: 'c', is: 'a' },
          { attribute: 'c', is: 'b' },
        ],
      }),
      ['unreachable z'],
    ],
    ['an attribute of some value', shownIf({ attribute: 'c', notIn: ['a', 'b'] }), []],
    [
      'an exclusive option among two at least',
      of(ask('m', 'many', { options: 'x y none^', min: 2 })),
      ['dead_option m.none'],
    ],
  ])('%s', (_, problems, expected) => expect(problems).toEqual(expected.map((problem) => `warning ${problem}`)))

  test('a page, and nothing more of what stands on it', () => {
    const never: Condition = {
      all: [
        { question: 'a', is: 'yes' },
        { question: 'a', is: 'no' },
      ],
    }
    const pages = [
      { code: 'p1', questions: [yes] },
      { code: 'p2', showIf: never, questions: [ask('b', 'text', { showIf: never }), ask('c', 'text')] },
    ]
    expect(found(questionnaireOf([], { pages }))).toEqual(['warning unreachable p2'])
  })

  test('a row that is never shown, and one that always is', () => {
    const rows = [
      { code: 'x', text: { ru: 'x' }, showIf: { question: 'a', is: 'no' } },
      { code: 'y', text: { ru: 'y' }, showIf: { question: 'a', is: 'yes' } },
    ]
    const matrix: Question = { ...ask('m', 'matrix', { min: 1, max: 5, showIf: { question: 'a', is: 'yes' } }), rows }
    expect(of(yes, matrix)).toEqual(['warning unreachable m.x', 'warning always_shown m.y'])
  })

  test('an entry that is never offered', () => {
    const lists = {
      few: [{ code: 'x', text: { ru: 'x' } }],
      all: ['x', 'y'].map((code) => ({ code, text: { ru: code } })),
    }
    const questions = [ask('a', 'list', { list: 'few', many: true }), ask('b', 'list', { list: 'all', from: 'a' })]
    expect(found(questionnaireOf(questions, { lists }))).toEqual(['warning dead_option b.y'])
  })

  test('too many combinations to go through are not spoken of', () => {
    const codes = Array.from({ length: 30 }, (_, at) => `o${at}`)
    const all = { all: codes.map((is) => ({ question: 'm', is })) }
    expect(of(ask('m', 'many', { options: codes.join(' '), max: 5 }), ask('z', 'text', { showIf: all }))).toEqual([])
  })

  test('a translation, a measure, a weight, a long form', () => {
    const text = { ru: 'а', tt: 'б' }
    const foreign = questionnaireOf([ask('a', 'text', { text }), ask('b', 'text')], {
      languages: ['ru', 'tt'],
      title: text,
    })
    expect(found(foreign)).toEqual(['warning missing_translation b'])
    expect(of(ask('a', 'scale', { min: 1, max: 7, measure: 'effort' }))).toEqual(['warning measure_mismatch a'])
    expect(of(ask('a', 'one', { options: 'yes no', measure: 'outcome' }))).toEqual(['warning measure_mismatch a'])
    expect(of(ask('a', 'one', { options: 'no yes hard?', measure: 'satisfaction_term' }))).toEqual([])
    expect(of(ask('a', 'scale', { min: 1, max: 7, measure: 'own_measure' }))).toEqual([])
    const weighted = questionnaireOf([ask('a', 'scale', { min: 1, max: 5, measure: 'criterion.time' })], {
      csi: { weights: { 'criterion.time': 2, 'criterion.queue': 1 } },
    })
    expect(found(weighted)).toEqual(['warning measure_mismatch csi.weights.criterion.queue'])
    // 30 × (20 s + a third of a second) = 10.17 minutes.
    const long = Array.from({ length: 30 }, (_, at) => ask(`t${at}`, 'long'))
    expect(of(...long)).toEqual(['warning long_form test'])
    expect(of(...long.slice(1))).toEqual([])
  })
})

test('the series that a version ends are named', () => {
  const old = questionnaireOf([
    ask('a', 'one', { options: 'granted refused', measure: 'outcome' }),
    ask('b', 'scale', { min: 1, max: 5 }),
    ask('c', 'text'),
    ask('d', 'one', { options: 'x y hard?' }),
    ask('n', 'note'),
  ])
  const next = questionnaireOf([
    ask('e', 'one', { options: 'granted refused pending', measure: 'outcome' }),
    ask('b', 'scale', { min: 1, max: 10 }),
    ask('d', 'one', { options: 'y x none?' }),
    ask('f', 'text'),
  ])
  const broken = found(next, { previous: old }).filter((problem) => problem.includes('series_broken'))
  expect(broken).toEqual(['warning series_broken e', 'warning series_broken b', 'warning series_broken c'])
  expect(found(old, { previous: old }).filter((problem) => problem.includes('series'))).toEqual([])
})
