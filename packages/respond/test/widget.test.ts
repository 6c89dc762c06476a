import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from '../../desk/test/support/accessibility.ts'
import { problemsOf, useBrowser } from '../../desk/test/support/browser.ts'
import { FORM_1, surveyOf } from '../src/survey.fixture.ts'
import { type PagesServer, servePages } from './support/pages-server.ts'
import { serveSite, type Site } from './support/site.ts'

const { openPage } = useBrowser()
let server: PagesServer
const sites: Site[] = []
beforeAll(async () => {
  server = await servePages(surveyOf(FORM_1.prepared.questionnaire))
})
afterAll(() => Promise.all([server.close(), ...sites.map((site) => site.close())]))

const tag = (more = '') =>
  `<script async src="${server.origin}/w.js" data-campaign="proba" data-link="k1" ${more}></script>`
const html = (inside: string, head = '', attributes = 'lang="ru"') =>
  `<!doctype html><html ${attributes}><head><title>Школа</title>${head}</head><body><h1>Школа № 1</h1><input id="own" aria-label="Найти на сайте" autofocus>${inside}</body></html>`

async function visit(page: string, policy?: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const site = await serveSite(page, policy)
  sites.push(site)
  return openPage(site.url, options)
}
const choose = (page: Page, name: string, value: string) => page.check(`input[name="${name}"][value="${value}"]`)
const next = (page: Page) => page.click('.buttons button[value=next]')

const STRICT = () =>
  `default-src 'none'; script-src ${server.origin}; connect-src ${server.origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types otklik`
const AGGRESSIVE = `<style>html{font-size:10px} * {float:left !important; color:red !important; font-size:40px !important} label{display:none} button{opacity:0}</style>`
const OLD = `<script>Array.prototype.each=function(){};window.$=window.jQuery=function(){return{}};String.prototype.trim=function(){return this}</script>`

describe('the card', () => {
  test.each([
    ['a plain site', () => html(tag()), undefined],
    ['a site with a strict policy', () => html(tag()), STRICT],
    ['an old site with aggressive styles', () => html(tag(), OLD + AGGRESSIVE), undefined],
    ['a site from right to left', () => html(tag(), '', 'lang="ar" dir="rtl"'), undefined],
  ])('is answered on %s, and takes no focus before', async (_name, page, policy) => {
    const opened = await visit(page(), policy?.(), { viewport: { width: 1000, height: 700 } })
    await opened.waitForSelector('[data-page=p1]')
    expect(await opened.evaluate(() => document.activeElement?.id)).toBe('own')
    await choose(opened, 'q1', 'yes')
    await next(opened)
    await opened.waitForSelector('[data-page=p2]')
    await next(opened)
    await opened.waitForSelector('.errors')
    await opened.click('.errors a')
    await choose(opened, 'q3', '4')
    await next(opened)
    await opened.waitForSelector('[data-page=p3]')
    expect(problemsOf(opened).filter((problem) => !problem.includes('422'))).toEqual([])
    expect(await opened.evaluate(() => Object.keys(window).filter((name) => /otklik/i.test(name)))).toEqual([])
  })

  test('says «не сейчас» for thirty days', async () => {
    const page = await visit(html(tag()))
    await page.waitForSelector('[data-page=p1]')
    expect(await axeViolations(page)).toEqual([])
    await page.click('text=Не сейчас')
    expect(await page.locator('otklik-card').count()).toBe(0)
    await page.reload()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('otklik-card').count()).toBe(0)
  })

  test('stands in its place, on a narrow screen too', async () => {
    const page = await visit(html(`<div id="place"></div>${tag('data-at="#place"')}<p>Дальше</p>`), undefined, {
      viewport: { width: 320, height: 600 },
    })
    await page.waitForSelector('#place otklik-card [data-page=p1]')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('becomes a plain link where the site lets nothing be fetched', async () => {
    const page = await visit(html(tag()), `default-src 'none'; script-src ${server.origin}; connect-src 'none'`)
    const link = await page.waitForSelector('otklik-card a.link')
    expect(await link.getAttribute('href')).toBe(`${server.origin}/r/proba/k1`)
  })
})
