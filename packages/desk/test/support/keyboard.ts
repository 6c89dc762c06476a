import type { Page } from 'playwright-core'

interface Focused {
  /** Label, text or title of the element that has the focus; empty where nothing has. */
  readonly name: string
  /** True if one can see that the element has the focus: an outline, or a shadow drawn for it. */
  readonly visible: boolean
}

/** What has the focus now. */
export async function focused(page: Page): Promise<Focused> {
  return await page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', visible: false }
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
    const said = [
      element.getAttribute('aria-label'),
      ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText),
      ...labels.map((label) => label.textContent),
      element.innerText,
      element.title,
    ]
    const style = getComputedStyle(element)
    return {
      name: (said.find((text) => (text ?? '').trim() !== '') ?? element.tagName.toLowerCase()).trim(),
      visible: (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none',
    }
  })
}

/** Waits until the field of this label has the focus by itself: who types at once must hit it. */
export async function focusOn(page: Page, label: string): Promise<void> {
  const there = page.getByLabel(label, { exact: true }).and(page.locator(':focus'))
  await there.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
    throw new Error(`"${label}" did not get the focus; it is on "${(await focused(page)).name}"`)
  })
}
const PATIENCE_MS = 15_000

/** Presses Tab until an element of this name has the focus; fails with the names met on the way. */
export async function tabTo(page: Page, name: string | RegExp, limit = 100): Promise<void> {
  const met: string[] = []
  while (met.length < limit) {
    await page.keyboard.press('Tab')
    const { name: found, visible } = await focused(page)
    if (typeof name === 'string' ? found === name : name.test(found)) {
      if (!visible) throw new Error(`"${found}" has the focus, but one can't see it`)
      return
    }
    met.push(found)
  }
  throw new Error(`${limit} presses of Tab did not reach ${String(name)}; met: ${[...new Set(met)].join(', ')}`)
}

/** Goes to an element by Tab and presses a key there: the whole of what a person without a mouse does. */
export async function activate(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
