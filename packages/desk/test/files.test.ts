import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useDesk } from './support/desk.ts'

/** Every table of these screens, in the order of the page, by the address of its file. */
const SCREENS = [
  {
    path: '/services/0310000001?channel=МФЦ',
    press: ['Показать таблицу', 'Обоснование'],
    files: [
      '/api/progress/alarms?state=all&id=1&table=values',
      '/api/progress/alarms?state=all&id=1&table=evidence',
      '/api/progress/cases?state=all&service=0310000001',
      '/api/progress/alarms?state=all&service=0310000001',
      ...Array.from({ length: 3 }, () => '/api/progress/indicators?channel=МФЦ&service=0310000001&PERIOD&by=month'),
      '/api/progress/services/0310000001?channel=МФЦ&PERIOD&table=criteria',
      ...['channel', 'region', 'office'].map(
        (by) => `/api/progress/indicators?channel=МФЦ&PERIOD&service=0310000001&by=${by}`,
      ),
      '/api/progress/services/0310000001?channel=МФЦ&PERIOD&table=statuses',
    ],
  },
  {
    path: '/packages?until=2026-11-21',
    press: [],
    files: [
      '/api/packages/calendar?from=2026-10-22&to=2026-11-21',
      '/api/packages/findings?from=2026-10-22&to=2026-11-21&state=standing',
      '/api/packages?',
    ],
  },
  { path: '/packages/198', press: [], files: ['/api/packages/198?table=codes', '/api/packages/198?table=samples'] },
]

describe('every table can be taken away as a file', () => {
  const { open } = useDesk()

  test.each(SCREENS)('$path', async ({ path, press, files }) => {
    const page = await open(path)
    for (const name of press) await pressAll(page, name)
    for (const format of ['csv', 'xlsx']) {
      const links = await addresses(page, format)
      const same = (link: string) => link.replace('from=2025-12&to=2026-11', 'PERIOD')
      expect(links.map(same)).toEqual(files.map((file) => `${file}${file.endsWith('?') ? '' : '&'}format=${format}`))
      // The fake server keeps the contract: what it does not know it refuses.
      for (const link of links) {
        const answer = await page.request.get(new URL(link, page.url()).href)
        expect([link, answer.status(), answer.headers()['content-type']]).toEqual([
          link,
          200,
          expect.stringMatching('csv'),
        ])
      }
    }
  })
})

async function pressAll(page: Page, name: string): Promise<void> {
  const buttons = page.getByRole('button', { name, exact: true })
  // Back to front: a button that says something else once pressed is none of those left.
  for (let left = await buttons.count(); left > 0; left -= 1) await buttons.nth(left - 1).click()
}

async function addresses(page: Page, format: string): Promise<string[]> {
  const links = await page.getByRole('link', { name: `Скачать ${format.toUpperCase()}` }).all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  return hrefs.map((href) => decodeURIComponent(href ?? ''))
}
