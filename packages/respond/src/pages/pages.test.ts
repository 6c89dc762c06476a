import type { AnswerError, Question } from '@otklik/model/questionnaires'
import { describe, expect, test } from 'vitest'
import type { State } from '../state/index.ts'
import { FORM_1, stateOn, surveyOf } from '../survey.fixture.ts'
import type { Survey } from '../survey.ts'
import { donePage, failurePage, questionPage, viewOf, whyPage } from './index.ts'

const ASSETS = { style: '/s.css', script: '/s.js' }
const LOOK = { language: 'ru', view: viewOf(undefined), assets: ASSETS }

const shownOn = (survey: Survey, page: string, more: Partial<State> = {}, errors: AnswerError[] = []): string =>
  questionPage({ survey, state: stateOn(survey, page, more), token: 'TOKEN', assets: ASSETS, errors })
const asked = (questions: Question[], more: Partial<Survey> = {}): Survey =>
  surveyOf(
    { ...FORM_1.prepared.questionnaire, pages: [{ code: 'p1', questions }] },
    { languages: ['ru', 'ar', 'en'], ...more },
  )

describe('a page of questions', () => {
  const page = shownOn(FORM_1, 'p3', { answers: { q5: 'other' }, other: { q5: 'по "почте" <b>' } })

  test('tells machines what it is, and its form where it goes', () => {
    expect(page).toContain('<main id="main" tabindex="-1" data-otklik="page" data-page="p3"')
    expect(page).toContain('<form id="answers" method="post" action="/r/proba/k1"')
    expect(page).toContain('<input type="hidden" name="_t" value="TOKEN">')
    expect(page.match(/<button name="_go" value="[a-z]+"/g)).toEqual([
      '<button name="_go" value="back"',
      '<button name="_go" value="next"',
    ])
  })

  test('shows what was typed, as text', () => {
    expect(page).toContain('name="q5" value="other" checked')
    expect(page).toContain('name="q5.other" value="по &quot;почте&quot; &lt;b&gt;"')
  })

  test('holds rows that may come up, out of use, and what a script needs to show them', () => {
    expect(page).toMatch(/data-item="q6\.site" hidden/)
    expect(page).toMatch(/name="q6\.site" value="1" disabled/)
    const [, live = ''] = /id="live">(.*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(live).pages[0].questions[1]).toMatchObject({ code: 'q6', showIf: { question: 'q5' } })
    expect(shownOn(FORM_1, 'p3', { answers: { q5: 'site' } })).not.toMatch(/name="q6\.site"[^>]* disabled/)
  })

  test('has no style, handler or script of its own', () => {
    expect(page).not.toMatch(/ style=| on\w+=|<style|<script>/)
  })

  test('is left without a script where nothing on it changes', () =>
    expect(shownOn(FORM_1, 'p2')).not.toContain('id="live"'))
})

test('errors stand first, lead to their fields, and stand there again', () => {
  const page = shownOn(FORM_1, 'p2', {}, [{ code: 'required', at: 'q3' }])
  expect(page).toContain('<title>Ошибка: ')
  expect(page).toMatch(/role="alert"[^]*<a href="#q3">3\. Ответьте на этот вопрос\.<\/a>[^]*<fieldset/)
  expect(page).toMatch(/id="q3" name="q3" value="5"[^>]*aria-describedby="q3-error" aria-invalid="true"/)
  expect(page).toContain('<p class="error" id="q3-error">')
})

describe('a scale', () => {
  test('goes the way it is told, its ends named', () => {
    const page = shownOn(FORM_1, 'p2')
    expect([...page.matchAll(/name="q3" value="(\d)"/g)].map(([, point]) => point).join('')).toBe('54321')
    expect(page).toContain('<span>полностью удовлетворены</span><span>полностью не удовлетворены</span>')
  })
})

describe('a long list', () => {
  test('is searched, and what was chosen stays', () => {
    const page = shownOn(FORM_1, 'p1', { answers: { q2: ['0012'] }, find: { q2: 'паспорта граждан' } })
    expect([...page.matchAll(/type="checkbox"[^>]*name="q2" value="(\w+)"/g)].map(([, code]) => code)).toEqual([
      '0012',
      '0013',
    ])
    expect(page).toContain('Найдено: 1')
    expect(shownOn(FORM_1, 'p1', { find: { q2: 'пособия' } })).toContain('Найдено: 60. Показаны первые 20')
    expect(shownOn(FORM_1, 'p1', { find: { q2: 'ъъъ' } })).toContain('Ничего не найдено')
  })

  test('of what was chosen before offers that alone', () => {
    const page = shownOn(FORM_1, 'p1', { answers: { q2: ['0012', '0013'] } })
    expect([...page.matchAll(/name="q2a" value="(\w+)"/g)].map(([, code]) => code)).toEqual(['0012', '0013'])
  })
})

describe('languages', () => {
  const survey = asked([
    { code: 'q1', type: 'date', text: { ru: 'Когда?', ar: 'متى؟' } },
    { code: 'q2', type: 'consent', required: true, text: { ru: 'Согласен' } },
  ])
  test('from right to left where a language is written so; what it lacks is in the main one', () => {
    const page = shownOn(survey, 'p1', { language: 'ar' })
    expect(page).toContain('<html lang="ar" dir="rtl"')
    expect(page).toContain('متى؟')
    expect(page).toContain('Согласен')
    expect(page).toContain('<button form="answers" name="_set" value="lang:en" lang="en">English</button>')
  })

  test('the page itself speaks English too', () =>
    expect(shownOn(survey, 'p1', { language: 'en' })).toContain('>Send the answers<'))

  test('a day that is none is shown as it was typed', () => {
    const page = shownOn(survey, 'p1', { answers: { q1: '31 мая' } }, [{ code: 'wrong_type', at: 'q1' }])
    expect(page).toContain('<input type="text" id="q1" name="q1"')
    expect(page).toContain('value="31 мая"')
  })
})

test('texts of a questionnaire are texts: markup in them is shown', () => {
  const page = shownOn(asked([{ code: 'q1', type: 'note', text: { ru: '<script>alert(1)</script>\nвторая' } }]), 'p1')
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>вторая')
})

test('own words of the campaign stand in place of the house’s', () => {
  const page = shownOn({ ...FORM_1, legal: { appeals: { ru: 'Пишите в приёмную.' } } }, 'p1')
  expect(page).toContain('Пишите в приёмную.')
  expect(page).not.toContain('gosuslugi.ru).</p>')
})

describe('pages without questions', () => {
  const asker = { authority: 'Минобр', languages: ['ru'], outcome: { ru: 'Сделали запись по телефону' }, draft: '/r/x' }
  test.each([
    ['used', 'used'],
    ['full', 'full'],
    ['ended', 'closed'],
    ['paused', 'closed'],
    ['link', 'closed'],
  ] as const)('%s is %s', (why, kind) => expect(whyPage(why, asker, LOOK)).toContain(`data-otklik="${kind}"`))

  test('an ended campaign says what came of it; a paused one keeps the draft', () => {
    expect(whyPage('ended', asker, LOOK)).toContain('Сделали запись по телефону')
    expect(whyPage('ended', asker, LOOK)).toContain('data-draft="/r/x"')
    expect(whyPage('paused', asker, LOOK)).not.toContain('data-draft')
  })

  test('thanks, and errors that say what is safe', () => {
    expect(donePage(FORM_1, LOOK)).toContain('data-otklik="done"')
    expect(failurePage('forged', LOOK, { again: '/r/proba' })).toContain('href="/r/proba?lang=ru"')
    expect(failurePage('often', LOOK, { values: { seconds: 9 } })).toContain('Подождите 9 с')
  })
})
