import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, overflowAt400Percent } from '../../desk/test/support/accessibility.ts'
import { problemsOf, useBrowser } from '../../desk/test/support/browser.ts'
import { focused } from '../../desk/test/support/keyboard.ts'
import { FORM_1, surveyOf } from '../src/survey.fixture.ts'
import { type PagesServer, servePages } from './support/pages-server.ts'

const { openPage } = useBrowser()
const OLD_PHONE = { viewport: { width: 320, height: 568 } }
let server: PagesServer
beforeAll(async () => {
  server = await servePages(surveyOf(FORM_1.prepared.questionnaire, { languages: ['ru', 'en'] }))
})
afterAll(() => server.close())

const next = (page: Page) => page.click('.buttons button[value=next]')
const onPage = (page: Page, code: string) => page.waitForSelector(`main[data-page=${code}]`)
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`)
const lastAnswers = () => [...server.responses.values()].at(-1)

/** Tabs to the field or button of this name and says what has been there. */
async function tabTo(page: Page, wanted: { name: string; value?: string }): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const { name, value } = await page.evaluate(() => {
      const at = document.activeElement
      return { name: at?.getAttribute('name'), value: at?.getAttribute('value') }
    })
    if (name === wanted.name && (wanted.value === undefined || value === wanted.value)) return
  }
  throw new Error(`no ${wanted.name} ${wanted.value}`)
}

test('a refusal is told by keyboard alone on the narrowest screen', { timeout: 120_000 }, async () => {
  const page = await openPage(server.url, OLD_PHONE)
  expect(await overflowAt400Percent(page)).toEqual([])
  await tabTo(page, { name: '_go', value: 'next' })
  await page.keyboard.press('Enter')
  await page.waitForSelector('#errors')
  expect((await focused(page)).name).toContain('Проверьте ответы')
  await tabTo(page, { name: 'q1' })
  await page.keyboard.press('Space')
  await tabTo(page, { name: 'q2.find' })
  await page.keyboard.type('зачисление')
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Найдено: 1')
  await tabTo(page, { name: 'q2' })
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await onPage(page, 'p2')
  await tabTo(page, { name: 'q3' })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await onPage(page, 'p3')
  await page.keyboard.press('Tab')
  await tabTo(page, { name: '_go', value: 'next' })
  await page.keyboard.press('Enter')
  await onPage(page, 'p4')
  await tabTo(page, { name: 'q8' })
  await page.keyboard.press('ArrowDown')
  expect(await page.isVisible('[data-item=q9]')).toBe(true)
  await tabTo(page, { name: 'q9' })
  await page.keyboard.press('Space')
  for (const code of ['p5', 'p6', 'p7', 'p8', 'p9', 'p10']) {
    await tabTo(page, { name: '_go', value: 'next' })
    await page.keyboard.press('Enter')
    await onPage(page, code)
    expect(await overflowAt400Percent(page)).toEqual([])
  }
  await tabTo(page, { name: '_go', value: 'next' })
  await page.keyboard.press('Enter')
  await page.waitForSelector('main[data-otklik=done]')
  expect(lastAnswers()).toEqual({ q1: 'yes', q2: ['0012'], q3: 4, q8: 'refused', q9: 'yes' })
  expect(problemsOf(page).filter((problem) => !problem.includes('422'))).toEqual([])
})

test('leaving in the middle and coming back goes on with what was typed', async () => {
  const page = await openPage(server.url, OLD_PHONE)
  await choose(page, 'q1', 'no')
  await next(page)
  await onPage(page, 'p2')
  await choose(page, 'q3', '2')
  await choose(page, 'q4', 'problem')
  await page.fill('[name="q4.other"]', 'не было записи')
  await page.goto('about:blank')
  await page.goto(server.url)
  await page.click('text=Продолжить с того же места')
  await onPage(page, 'p2')
  expect(await page.inputValue('[name="q4.other"]')).toBe('не было записи')
  await page.goBack()
  await page.goForward()
  expect(await page.isChecked('[name=q3][value="2"]')).toBe(true)
})

test('without scripts, with large print, by the buttons of the browser', async () => {
  const page = await openPage(server.url, { ...OLD_PHONE, javaScriptEnabled: false })
  await choose(page, 'q1', 'yes')
  await page.click('button[value=large]')
  await page.waitForSelector('html.large input[name=q1][value=yes][checked]')
  await next(page)
  await onPage(page, 'p2')
  await choose(page, 'q3', '5')
  await next(page)
  await onPage(page, 'p3')
  await choose(page, 'q5', 'site')
  await next(page)
  await choose(page, 'q6.site', '3')
  await page.goBack()
  await page.goForward()
  await choose(page, 'q6.site', '3')
  await next(page)
  await onPage(page, 'p4')
  await page.click('button[value=back]')
  await onPage(page, 'p3')
  expect(await page.getAttribute('[name="q6.site"][value="3"]', 'checked')).toBe('')
})

describe('for everyone', () => {
  test.each([['plain'], ['contrast']])('axe finds nothing in %s colours', async (view) => {
    const page = await openPage(server.url)
    if (view === 'contrast') await page.click('button[value=contrast]')
    await next(page)
    await page.waitForSelector('#errors')
    expect(await axeViolations(page)).toEqual([])
    await choose(page, 'q1', 'yes')
    await page.fill('[name="q2.find"]', 'пособия')
    await page.click('button[value=q2]')
    await page.waitForSelector('text=Показаны первые 20')
    expect(await axeViolations(page)).toEqual([])
    await next(page)
    await onPage(page, 'p2')
    await choose(page, 'q3', '5')
    await choose(page, 'q4', 'problem')
    expect(await axeViolations(page)).toEqual([])
  })
})

test('after the thanks a contact is left by keyboard on a narrow screen, its faults told first', async () => {
  const page = await openPage(`${server.url}?done`, OLD_PHONE)
  expect(await axeViolations(page)).toEqual([])
  await tabTo(page, { name: '_go', value: 'contact' })
  await page.keyboard.press('Enter')
  await page.getByLabel('Адрес электронной почты').fill('maria')
  await page.click('button[value=leave]')
  await page.waitForSelector('#errors')
  expect((await focused(page)).name).toContain('Проверьте ответы')
  expect([await axeViolations(page), await overflowAt400Percent(page)]).toEqual([[], []])
  await page.click('#errors a[href="#mail"]')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('maria@example.ru')
  await page.getByLabel('О чём Вы хотите узнать').fill('Верните запись по телефону')
  await page.getByLabel(/Я согласен/).check()
  await page.click('button[value=leave]')
  await page.getByText('Контакт записан').first().waitFor()
  expect(problemsOf(page).filter((problem) => !problem.includes('422'))).toEqual([])
})
