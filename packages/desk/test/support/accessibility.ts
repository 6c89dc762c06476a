import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

// WCAG 2.1 at level AA, which ГОСТ Р 52872-2019 repeats, holds everything of 2.0 and of level A as well.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** The WCAG 2.1 AA violations that axe sees in a page, a sentence each: rule, what is wrong, where. */
export async function axeViolations(page: Page): Promise<string[]> {
  return await violations(new AxeBuilder({ page }).withTags(TAGS))
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze()
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  )
}

/**
 * The same in dark colours, of what colours can change: the contrast. The rest of the page is that of the light one, and
 * is looked at there.
 */
export async function darkViolations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForSelector('html[data-mantine-color-scheme="dark"]')
  return await violations(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
}

/**
 * Shows the page as a 1280 × 1024 screen does at 400 % (320 × 256 CSS pixels, WCAG 1.4.10) and returns the elements
 * for which one would have to scroll sideways. What scrolls inside a box of its own (a table, a chart) is allowed.
 */
export async function overflowAt400Percent(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 })
  return await page.evaluate(() => {
    const scrolls = (element: Element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
    const inOwnBox = (element: Element): boolean => {
      const parent = element.parentElement
      return parent !== null && parent !== document.body && (scrolls(parent) || inOwnBox(parent))
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .filter((element) => element.checkVisibility() && !inOwnBox(element))
      .map((element) => `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`)
  })
}
