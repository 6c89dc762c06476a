import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { DESKTOP, forgetProblems, type PageOptions, useBrowser } from './browser.ts'
import { type FakeServer, startFakeServer } from './fake-server.ts'
import { type FakeState, makeState } from './fake-state.ts'

type DeskOptions = PageOptions & { readonly state?: Partial<FakeState> }

/** No screen has it: the desk says so, without its navigation and anything of the screen before. */
const NOWHERE = '/no-such-page'

/** The built desk over the fake server, and pages of it; every test starts with the answers of a full house. */
export function useDesk() {
  const { openPage } = useBrowser()
  let server: FakeServer | undefined
  beforeAll(async () => {
    server = await startFakeServer()
  })
  beforeEach(() => Object.assign(stateNow(), makeState({})))
  afterAll(async () => {
    await server?.close()
  })
  const started = (): FakeServer => {
    if (server === undefined) throw new Error('The fake server is for tests and their hooks')
    return server
  }
  const stateNow = (): FakeState => started().state

  /** Opens a screen and waits until nothing is loading any more. */
  async function open(path: string, { state = {}, ...options }: DeskOptions = {}): Promise<Page> {
    Object.assign(stateNow(), state)
    const page = await openPage(`${started().url}${path}`, options)
    await settled(page)
    return page
  }

  /**
   * Opens one screen after another in one page that loads the desk once, as somebody does who follows links. What it
   * keeps of earlier answers it shows again, so each state takes a page of its own.
   */
  function walk(optionsOf: () => DeskOptions = () => ({})): (path: string) => Promise<Page> {
    let page: Page | undefined
    return async (path) => {
      const { state = {}, ...options } = optionsOf()
      Object.assign(stateNow(), state)
      page ??= await openPage(`${started().url}${NOWHERE}`, { ...options, lasting: true })
      await goOn(page, path)
      return page
    }
  }
  return { open, walk, state: stateNow, address: () => started().url }
}

/** From one screen to another without a step of the desk's own; wide and in light colours, as the first was opened. */
async function goOn(page: Page, path: string): Promise<void> {
  const go = (to: string) => page.evaluate((address) => history.pushState({}, '', address), to)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESKTOP)
  await go(NOWHERE)
  await page.waitForSelector('nav', { state: 'detached' })
  forgetProblems(page)
  await go(path)
  await page.waitForSelector('nav')
  await settled(page)
}

/** The input of a field; its list, where it has one, goes by the same name. */
export const fieldOf = (within: Locator, label: string): Locator =>
  within.locator('input').and(within.page().getByLabel(label))

/** Waits until the page has shown what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

/** Storage of a person who chose English. */
export const inEnglish = (url: string) => ({
  cookies: [],
  origins: [{ origin: url, localStorage: [{ name: 'otklik.language', value: 'en' }] }],
})
