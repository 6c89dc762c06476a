import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type PageOptions, useBrowser } from './browser.ts'
import { type FakeServer, startFakeServer } from './fake-server.ts'
import { type FakeState, makeState } from './fake-state.ts'

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
  async function open(
    path: string,
    { state = {}, ...options }: PageOptions & { state?: Partial<FakeState> } = {},
  ): Promise<Page> {
    Object.assign(stateNow(), state)
    const page = await openPage(`${started().url}${path}`, options)
    await settled(page)
    return page
  }
  return { open, state: stateNow, address: () => started().url }
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
