import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDesk } from './support/desk.ts'

const { open } = useDesk()

/** What an A4 page holds within its margins, in CSS pixels. */
const A4_WIDTH = 672
/** A browser makes a page smaller to fit, so far as one can still read it. */
const SHRUNK = 1.25

const SCREENS = ['/', '/leader', '/services/0310000001', '/requests', '/packages/198', '/respondents', '/lists']

/** The words of what is drawn, but for what screen readers alone are told. */
const shown = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((found) => found.filter((one) => one.checkVisibility()).map((one) => one.textContent))

test.each(SCREENS)('%s on paper has nothing to press, and fits', async (path) => {
  const page = await open(path)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: A4_WIDTH, height: 950 })
  expect(await shown(page, 'a[href="#main"], .mantine-Button-root')).toEqual([])
  const tooWide = await page
    .locator('main table')
    .evaluateAll(
      (tables, width) =>
        tables
          .filter((table) => table.checkVisibility() && table.getBoundingClientRect().right > width + 1)
          .map((table) => table.textContent?.slice(0, 60)),
      A4_WIDTH * SHRUNK,
    )
  expect(tooWide).toEqual([])
})

test('paper says what was chosen in words; what figures are held against, each of them says itself', async () => {
  const page = await open('/services/0310000001?channel=МФЦ&versus=before')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText(/^Распечатано/).textContent()).toMatch(/, Администратор · Отбор: МФЦ$/)
})

test('a chart shrinks to the paper and is itself again afterwards', async () => {
  const page = await open('/')
  const chart = page.getByRole('img', { name: /^Доля отказов по месяцам/ })
  await chart.scrollIntoViewIfNeeded()
  const drawing = chart.locator('svg')
  await drawing.waitFor()
  const onScreen = (await drawing.boundingBox())?.width
  await page.emulateMedia({ media: 'print' })
  // Paper is laid out at once: nothing that comes a moment later would be in time.
  const onPaper = await drawing.evaluate((svg) => {
    window.dispatchEvent(new Event('beforeprint'))
    document.body.style.width = '300px'
    const right = Math.max(...[...svg.querySelectorAll('*')].map((part) => part.getBoundingClientRect().right))
    document.body.style.removeProperty('width')
    return right
  })
  expect(onPaper).toBeLessThanOrEqual(300)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect((await drawing.boundingBox())?.width).toBe(onScreen)
})

test('the bar of a sum is drawn on paper as well', async () => {
  const page = await open('/packages/198')
  const part = page.locator('[data-part="accepted"]').first()
  expect(await part.evaluate((one) => getComputedStyle(one).printColorAdjust)).toBe('exact')
})
