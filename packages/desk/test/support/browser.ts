import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { findChromium } from './chromium.ts'

// The package's own arguments put everything into one process, where a second context brings the browser down.
const LAUNCH_ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']
const SCREENSHOTS = fileURLToPath(new URL('../../../../test-results/', import.meta.url))

/** What a page is opened with, in CSS pixels. */
export const DESKTOP = { width: 1280, height: 800 }

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  readonly timezoneId?: string
  readonly javaScriptEnabled?: boolean
  /** Cookies and local storage to start with, as `page.context().storageState()` gives them. */
  readonly storageState?: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>
  /** Stays open until the end of the file, else until the end of its test. */
  readonly lasting?: boolean
}

const problems = new WeakMap<Page, string[]>()

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, fontsConfig } = findChromium()
  return await chromium.launch({
    executablePath: executable,
    args: LAUNCH_ARGUMENTS,
    env: fontsConfig === undefined ? process.env : { ...process.env, FONTCONFIG_FILE: fontsConfig },
  })
}

/** One browser for the tests of a file: starts before the first of them and closes after the last. */
export function useBrowser() {
  let browser: Browser | undefined
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
  }, 60_000)
  // A page left open asks on, of the server of the next test, and takes its part of the processor.
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** Opens an address in a context of its own (own cookies, own storage), closed after the test unless it is to last. */
  async function openPage(url: string, { lasting = false, ...options }: PageOptions = {}): Promise<Page> {
    if (browser === undefined) throw new Error('openPage is for tests and their hooks: the browser is not started yet')
    const context = await browser.newContext({
      viewport: DESKTOP,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    })
    // What lasts closes with the browser.
    if (!lasting) contexts.push(context)
    const page = await context.newPage()
    problems.set(page, watch(page))
    await page.goto(url)
    return page
  }

  return { openPage }
}

function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && seen.push(`console: ${message.text()}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // A page that moves on gives up what it no longer needs.
    if (reason !== 'net::ERR_ABORTED') seen.push(`request: ${request.url()} ${reason}`)
  })
  return seen
}

/** What went wrong in a page since it was opened: uncaught errors, console errors, requests that failed. */
export const problemsOf = (page: Page): readonly string[] => problems.get(page) ?? []

/** A page that goes on to another test leaves behind what went wrong in the last one. */
export const forgetProblems = (page: Page): void => void problems.get(page)?.splice(0)

/** Writes the whole page, top to bottom, to `test-results/<name>.png`; returns the file's path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const path = `${SCREENSHOTS}${name}.png`
  await page.screenshot({ path, fullPage: true })
  return path
}
