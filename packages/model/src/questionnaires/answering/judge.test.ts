import { describe, expect, test } from 'vitest'
import { prepare } from './prepare.ts'
import { judge } from './judge.ts'
import { ask, errorsOf, form1, prepared } from '../questionnaires.fixture.ts'

describe('one answer by its type', () => {
  const form = prepared(
    [
      ask('one', 'one', { options: 'yes no hard?' }),
      ask('many', 'many', { options: 'a b c none^', max: 2 }),
      ask('scale', 'scale', { min: 1, max: 5 }),
      ask('mixed', 'scale', { min: 0, max: 10, options: 'hard?' }),
      ask('grid', 'matrix', { rows: 'x y', min: 1, max: 5 }),
      ask('text', 'text', { maxLength: 3 }),
      ask('long', 'long'),
      ask('number', 'number', { min: 0, max: 10, decimals: 1 }),
      ask('date', 'date', { min: '2020-02-28', max: '2024-12-31' }),
      ask('own', 'list', { list: 'own' }),
      ask('register', 'list', { list: 'services', many: true }),
      ask('consent', 'consent'),
      ask('note', 'note'),
    ],
    { lists: { own: [{ code: 'k1', text: { ru: 'К' } }], services: 'register:services' } },
  )
  test.each([
    ['one', 'yes', ''],
    ['one', 'hard', ''],
    ['one', 'maybe', 'unknown_option one'],
    ['one', 'constructor', 'unknown_option one'],
    ['one', 1, 'wrong_type one'],
    ['one', ['yes'], 'wrong_type one'],
    ['many', ['a', 'b'], ''],
    ['many', 'a', 'wrong_type many'],
    ['many', ['a', null], 'wrong_type many'],
    ['many', ['a', 'a'], 'duplicate_option many'],
    ['many', ['a', 'a', 'zz'], 'duplicate_option many, unknown_option many'],
    ['many', ['none', 'a'], 'exclusive many'],
    ['many', ['none', 'a', 'zz'], 'unknown_option many'],
    ['many', ['none', 'none'], 'duplicate_option many'],
    ['many', ['a', 'b', 'c'], 'too_many many'],
    ['many', ['a', 'b', 'b'], 'duplicate_option many'],
    ['scale', 5, ''],
    ['scale', 6, 'out_of_scale scale'],
    ['scale', 0, 'out_of_scale scale'],
    ['scale', 2.5, 'wrong_type scale'],
    ['scale', '5', 'wrong_type scale'],
    ['mixed', 0, ''],
    ['mixed', 'hard', ''],
    ['mixed', 'easy', 'unknown_option mixed'],
    ['grid', { x: 1, y: 5 }, ''],
    ['grid', { x: 9, z: 1 }, 'out_of_scale grid.x, unknown_row grid.z'],
    ['grid', [1], 'wrong_type grid'],
    ['grid', { x: null, y: '' }, ''],
    ['text', 'абв', ''],
    ['text', 'абвг', 'too_long text'],
    ['text', '😀😀😀', ''],
    ['text', ' \u202Eабв\u0000\u200B', ''],
    ['text', 5, 'wrong_type text'],
    ['long', 'я'.repeat(5000), ''],
    ['long', 'я'.repeat(5001), 'too_long long'],
    ['number', 0.1, ''],
    ['number', 0.15, 'wrong_type number'],
    ['number', 11, 'out_of_scale number'],
    ['number', '5', 'wrong_type number'],
    ['date', '2020-02-29', ''],
    ['date', '2021-02-29', 'wrong_type date'],
    ['date', '29.02.2020', 'wrong_type date'],
    ['date', '2020-02-27', 'out_of_scale date'],
    ['own', 'k1', ''],
    ['own', 'k2', 'unknown_option own'],
    ['own', ['k1'], 'wrong_type own'],
    ['register', ['0012', 'Любая услуга'], ''],
    ['register', '0012', 'wrong_type register'],
    ['register', ['1', '1', 'я'.repeat(101)], 'duplicate_option register, too_long register'],
    ['consent', true, ''],
    ['consent', false, 'wrong_type consent'],
    ['note', 'что-то', 'wrong_type note'],
    ['nobody', 1, 'unknown_question nobody'],
    ['__proto__', 1, 'unknown_question __proto__'],
  ])('%s: %j', (code, raw, expected) => {
    const answers: unknown = JSON.parse(`{"${code}":${JSON.stringify(raw)}}`)
    expect(errorsOf(form, { answers: answers as Record<string, unknown> }).join(', ')).toBe(expected)
  })

  test.each([[null], [''], [' \u00A0\u200B'], [[]], [{}]])('%j is no answer', (raw) => {
    const answers = Object.fromEntries([...form.byCode.keys(), 'nobody'].map((code) => [code, raw]))
    const judged = judge(form, { answers, other: { one: raw } })
    expect([judged.errors, [...judged.values]]).toEqual([[], []])
  })

  test('entries of the register are known to an installation', () => {
    const services = new Set(['0012'])
    const judged = judge(form, { answers: { register: ['0012', '0013'] } }, { services })
    expect(judged.errors).toEqual([{ code: 'unknown_option', at: 'register' }])
    expect(judge(form, { answers: { register: ['0012'] } }, { services }).ok).toBe(true)
  })
})

describe('«другое»', () => {
  const form = prepared([
    ask('way', 'one', { options: 'site office other+' }),
    ask('ways', 'many', { options: 'a b other+', min: 2, max: 2 }),
    ask('after', 'text', { showIf: { question: 'way', is: 'other' } }),
  ])
  test.each([
    [{ way: 'other' }, { way: ' по почте ' }, ''],
    [{ way: 'other' }, {}, 'other_missing way'],
    [{ way: 'other' }, { way: ' ' }, 'other_missing way'],
    [{ way: 'other' }, { way: 5 }, 'wrong_type way'],
    [{ way: 'other' }, { way: 'я'.repeat(500) }, ''],
    [{ way: 'other' }, { way: 'я'.repeat(501) }, 'too_long way'],
    [{ way: 'site' }, { way: 'по почте' }, 'other_stray way'],
    [{}, { way: 'по почте' }, 'other_stray way'],
    [{ way: 'bogus' }, { way: 'по почте' }, 'unknown_option way, other_stray way'],
    [{ ways: ['other', 'a', 'b'] }, { ways: 'по почте' }, 'too_many ways, other_stray ways'],
    [{ ways: ['other'] }, { ways: 'по почте' }, 'too_few ways'],
    [{ ways: ['other'] }, {}, 'other_missing ways'],
    [{ way: 'site' }, { after: 'по почте' }, 'other_stray after'],
    [{ way: 'site' }, { nobody: 'по почте' }, 'unknown_question nobody'],
    [{ way: 'site', after: 'текст' }, { after: 'по почте' }, 'hidden_answer after, other_stray after'],
  ])('%j with %j', (answers, other, expected) => expect(errorsOf(form, { answers, other }).join(', ')).toBe(expected))

  test('without its text the choice counts as none for what comes later', () => {
    expect(errorsOf(form, { answers: { way: 'other', after: 'текст' } })).toEqual([
      'other_missing way',
      'hidden_answer after',
    ])
    const judged = judge(form, { answers: { way: 'other', after: 'текст' }, other: { way: '\tпо\u0000 почте\r\n' } })
    expect([judged.ok, judged.others.get('way')]).toEqual([true, 'по почте'])
  })
})

describe('what must be answered', () => {
  const form = prepared([
    ask('a', 'one', { options: 'yes no', required: true }),
    ask('m', 'many', { options: 'x y z', required: true, min: 2 }),
    ask('g', 'matrix', { rows: 'r s', options: 'yes no', required: true }),
    ask('n', 'note', { required: true }),
  ])
  test('is asked for when the set is complete', () => {
    const required = ['required a', 'required m', 'required g.r', 'required g.s']
    expect(errorsOf(form, { answers: {} })).toEqual(required)
    expect(errorsOf(form, { answers: {}, state: 'partial' })).toEqual([])
    expect(errorsOf(form, { answers: { a: 'yes', m: ['x'], g: { r: 'yes' } } })).toEqual(['too_few m', 'required g.s'])
    expect(errorsOf(form, { answers: { a: 'yes', m: ['x'] }, state: 'partial' })).toEqual([])
  })
  test('is never asked for beside another error of the same answer', () => {
    expect(errorsOf(form, { answers: { a: 'bogus', m: ['q'], g: { r: 5, s: 'yes' } } })).toEqual([
      'unknown_option a',
      'unknown_option m',
      'wrong_type g.r',
    ])
  })
  test('the outcome is told apart', () => {
    const outcomes = (['complete', 'partial', undefined] as const).map(
      (state) => judge(form, { answers: {}, state }).outcome,
    )
    expect(outcomes).toEqual(['complete', 'partial', 'complete'])
  })
})

describe('the way through', () => {
  test('an end screens out and hides all that comes later, on its own page too', () => {
    const page = [
      ask('a', 'one', { options: 'yes no!' }),
      ask('b', 'one', { options: 'yes no', required: true }),
      ask('c', 'matrix', { rows: 'x y', min: 1, max: 5 }),
    ]
    const form = prepared([], { pages: [{ code: 'p1', questions: page }] })
    expect(judge(form, { answers: { a: 'no' } })).toMatchObject({
      ok: true,
      outcome: 'screened',
      shown: ['a'],
      errors: [],
    })
    expect(errorsOf(form, { answers: { a: 'no', b: 'yes', c: { x: 1 } } })).toEqual([
      'hidden_answer b',
      'hidden_answer c',
    ])
    expect(judge(form, { answers: { a: 'no' }, other: { a: 'стоп' } }).outcome).toBe('complete')
  })

  test('a matrix ends after its last row', () => {
    const form = prepared([ask('m', 'matrix', { rows: 'x y', options: 'yes stop!' }), ask('z', 'text')])
    const judged = judge(form, { answers: { m: { x: 'stop', y: 'yes' }, z: 'x' } })
    expect(judged.outcome).toBe('screened')
    expect(judged.shown).toEqual(['m.x', 'm.y'])
    expect(judged.errors).toEqual([{ code: 'hidden_answer', at: 'z' }])
  })

  test('pages have conditions of their own', () => {
    const form = prepared([], {
      pages: [
        { code: 'p1', questions: [ask('a', 'one', { options: 'yes no' })] },
        { code: 'p2', showIf: { question: 'a', is: 'yes' }, questions: [ask('b', 'text'), ask('c', 'text')] },
      ],
    })
    expect(judge(form, { answers: { a: 'yes' } }).shown).toEqual(['a', 'b', 'c'])
    expect(judge(form, { answers: { a: 'no' } }).shown).toEqual(['a'])
    expect(judge(form, { answers: {} }).shown).toEqual(['a'])
  })

  test('only what was chosen before is offered', () => {
    const list = [1, 2, 3].map((n) => ({ code: `s${n}`, text: { ru: `Услуга ${n}` } }))
    const form = prepared(
      [ask('all', 'list', { list: 'services', many: true }), ask('told', 'list', { list: 'services', from: 'all' })],
      { lists: { services: list } },
    )
    expect(errorsOf(form, { answers: { all: ['s1', 's2'], told: 's2' } })).toEqual([])
    expect(errorsOf(form, { answers: { all: ['s1', 's2'], told: 's3' } })).toEqual(['unknown_option told'])
    expect(errorsOf(form, { answers: { told: 's3' } })).toEqual(['unknown_option told'])
  })

  test('an answer with an error counts as none for later conditions', () => {
    const form = prepared([
      ask('a', 'scale', { min: 1, max: 5 }),
      ask('low', 'text', { showIf: { question: 'a', le: 2 } }),
      ask('none', 'text', { showIf: { question: 'a', answered: false } }),
      ask('not', 'text', { showIf: { not: { question: 'a', le: 2 } } }),
    ])
    expect(judge(form, { answers: { a: -3 } }).shown).toEqual(['a', 'none', 'not'])
    expect(judge(form, { answers: { a: 2 } }).shown).toEqual(['a', 'low'])
  })
})

describe('form 1 of the Порядок', () => {
  const form = prepare(form1)
  const open = { q1: 'yes', q3: 5, q8: 'granted' }
  const shown = (answers: object, attributes = {}) =>
    judge(form, { answers: { ...open, ...answers }, attributes }).shown

  test('asks for the service unless the link names it, and for one of several', () => {
    expect(shown({})).toContain('q2')
    expect(shown({}, { service: '0012' })).not.toContain('q2')
    expect(shown({ q2: ['1'] })).not.toContain('q2a')
    expect(shown({ q2: ['1', '2'] })).toContain('q2a')
  })
  test('rates the resources that were used, the site for all electronic ways', () => {
    const rated = (q5: string) => shown({ q5 }).filter((code) => code.startsWith('q6'))
    expect(rated('portal')).toEqual(['q6.portal', 'q6.site'])
    expect(rated('app')).toEqual(['q6.app', 'q6.site'])
    expect(rated('site')).toEqual(['q6.site'])
    expect(rated('office')).toEqual([])
    expect(errorsOf(form, { answers: { ...open, q5: 'site', q6: { portal: 5, site: 4 } } })).toEqual([
      'hidden_answer q6.portal',
    ])
    expect(errorsOf(form, { answers: { ...open, q5: 'office', q6: { portal: 5, site: 4 } } })).toEqual([
      'hidden_answer q6',
    ])
  })
  test('asks about a refusal, the effort and a complaint only those who had them', () => {
    const asked = (answers: object) => ['q9', 'q11', 'q19'].filter((code) => shown(answers).includes(code))
    expect(asked({ q8: 'granted', q18: 'no' })).toEqual(['q11'])
    expect(asked({ q8: 'refused', q18: 'yes' })).toEqual(['q9', 'q19'])
    expect(asked({ q8: 'pending' })).toEqual([])
  })
  test('needs three answers', () => {
    expect(errorsOf(form, { answers: {} })).toEqual(['required q1', 'required q3', 'required q8'])
    expect(judge(form, { answers: open }).ok).toBe(true)
  })
})
