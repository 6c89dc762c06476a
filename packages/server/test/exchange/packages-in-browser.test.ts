import { fileURLToPath } from 'node:url'
import { NOBODY, type Principal } from '@otklik/model/access'
import { readSession, type SessionState } from '@otklik/model/access/api'
import { watchPackage } from '@otklik/model/exchange/api'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { useBrowser } from '../../../desk/test/support/browser.ts'
import { findPackage, importQueue } from '../../src/exchange/index.ts'
import { openChanges } from '../../src/exchange/changes.ts'
import { exchangeRoutes } from '../../src/exchange/routes.ts'
import { type App, buildHttp, serve } from '../../src/platform/http/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { testInstallation } from '../support/installation.ts'
import { person } from '../support/principals.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// The built desk over the real calls of packages: what the server writes into its stream is what a browser must hear.
const installation = testInstallation()
const { openPage } = useBrowser()
const someone = person({ rights: ['packages.read', 'packages.send'] })
let app: App
let who: Principal = someone
let url = ''
let streams = 0

beforeAll(async () => {
  const { db, dataDir, clickhouse: ch } = installation
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    authenticate: async () => who,
    deskFolder: fileURLToPath(new URL('../../../desk/dist', import.meta.url)),
  })
  app.addHook('onRequest', async ({ routeOptions }) => {
    if (routeOptions.url === watchPackage.path) streams++
  })
  exchangeRoutes(app, { db, ch, dataDir, maxUploadBytes: 100_000, today: () => '2026-07-02', changes: openChanges() })
  serve(app, readSession, () => session())
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

function session(): SessionState {
  const { id, login, name, rights } = someone
  const user = { id, login, name }
  const signedIn = { user, membership: null, memberships: [], rights: [...rights], everything: true, mustEnrol: false }
  return { session: signedIn, firstStart: false, secondFactor: false, outside: null, mail: false }
}

/** A package of 1000 bytes whose reading has begun ten seconds ago. */
async function begin(): Promise<number> {
  const about = { supplier: 'test', date: '2026-06-30', name: 'день.zip', sha256: null, bytes: 1000 }
  const begun = { received_at: new Date(), started_at: new Date(Date.now() - 10_000) }
  const row = { ...about, ...begun, folder: `files/${Math.random()}`, state: 'working', phase: 'reading' } as const
  return (await installation.db.insertInto('exchange_packages').values(row).returning('id').executeTakeFirstOrThrow())
    .id
}
const change = (id: number, what: { bytes_read?: number; rows?: number; phase?: 'done'; state?: 'accepted' }) =>
  installation.db.updateTable('exchange_packages').set(what).where('id', '=', id).execute()

const bar = (page: Page) => page.getByRole('progressbar')
const filled = async (page: Page) => Number(await bar(page).getAttribute('aria-valuenow'))

test('the bar of a package moves with what the server tells, and goes at its end', async () => {
  const id = await begin()
  const page = await openPage(`${url}/packages/${id}`)
  await bar(page).waitFor({ state: 'attached' })
  expect(await filled(page)).toBe(0)
  await change(id, { bytes_read: 400, rows: 1200 })
  await page.getByText(/Чтение и проверка · 1.200 строк · осталось/).waitFor()
  expect(await filled(page)).toBe(40)
  await change(id, { phase: 'done', state: 'accepted' })
  await page.getByText('передавать было нечего').waitFor()
  expect(await bar(page).count()).toBe(0)
})

test('a stream that the server ends with a problem is not opened again', async () => {
  const id = await begin()
  streams = 0
  const page = await openPage(`${url}/packages/${id}`)
  await page.getByText('Чтение и проверка').waitFor()
  who = NOBODY
  await page.waitForResponse((answer) => answer.url().endsWith(`/api/packages/${id}`) && answer.status() === 401)
  // The server asks browsers to come back after two seconds.
  await page.waitForTimeout(3000)
  expect(streams).toBe(1)
  who = someone
})

const HEAD = 'request_id;service_id;submission_channel;region;office;applicant_kind;gender;age'

test('files of a day that are chosen together come as one package, each under its own name', async () => {
  const page = await openPage(`${url}/packages`)
  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByLabel('Отчётная дата').fill('2026-06-30')
  await page
    .locator('input[type=file]')
    .setInputFiles([
      csv('события.csv', 'request_id;section;status;date;time\r\nA-1;ЕПГУ;17;29.06.2026;10:00:00\r\n'),
      csv('requests.csv', `${HEAD}\r\nA-1;0000000000000000001;ЕПГУ;31;Отдел приёма;ФЛ;Ж;035\r\n`),
    ])
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Передать', exact: true }).click()
  const { id } = await (await sent).json()
  await importQueue(installation.parts, installation.pool).run()
  const { receipt } = (await findPackage(installation.db, id)) ?? {}
  expect(receipt).toMatchObject({ verdict: 'accepted', codes: {}, totals: { read: 2, accepted: 2 } })
  expect(receipt?.files.map(({ name }) => name)).toEqual(['события.csv', 'requests.csv'])
})
