import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

// WCAG 2.1 at level AA, which ГОСТ Р 52872-2019 repeats, holds everything of 2.0 and of level A as well.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

const DIALOG = '[role="dialog"][aria-modal="true"]'

/** The WCAG 2.1 AA violations that axe sees in a page, a sentence each: rule, what is wrong, where. */
export async function axeViolations(page: Page): Promise<string[]> {
  return await violations(page, new AxeBuilder({ page }).withTags(TAGS))
}

async function violations(page: Page, axe: AxeBuilder): Promise<string[]> {
  await page.evaluate(markAlikeRows)
  // The screen behind a dialog was looked at without it.
  const within = (await page.locator(DIALOG).filter({ visible: true }).count()) > 0 ? axe.include(DIALOG) : axe
  // Else axe puts its results together in one more page, for frames of other origins; there are none.
  const found = await within.exclude('[data-alike]').setLegacyMode().analyze()
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  )
}

/**
 * Marks the rows of a table that are made like an earlier one of it: the same elements with the same roles, classes and
 * colours, whatever their texts. axe would say of them what it says of the first, at the cost of looking at each again.
 * Runs in the page.
 */
function markAlikeRows(): void {
  // Lengths say where a thing stands, not how it looks.
  const lookOf = (element: Element) => (element.getAttribute('style') ?? '').replaceAll(/[\d.]+(px|rem|%)/g, '')
  const made = (element: Element): string => {
    const named = ['class', 'role', 'type', 'disabled'].map((name) => element.getAttribute(name))
    const labelled = element.getAttributeNames().filter((name) => name.startsWith('aria-'))
    const inside = [...element.children].map(made).join('') || element.textContent === ''
    return `<${[element.tagName, ...named, ...labelled, lookOf(element)].join(' ')}>${inside}</>`
  }
  for (const body of document.querySelectorAll('tbody')) {
    const seen = new Set<string>()
    for (const row of body.rows) {
      const one = made(row)
      row.toggleAttribute('data-alike', seen.has(one))
      seen.add(one)
    }
  }
}

/**
 * The same in dark colours, of what colours can change: the contrast. The rest of the page is that of the light one, and
 * is looked at there.
 */
export async function darkViolations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForSelector('html[data-mantine-color-scheme="dark"]')
  return await violations(page, new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
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
