import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Route } from '@otklik/model/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningInstallation, startServer } from '../src/main.ts'
import { readHeads, verifyAudit } from '../src/platform/audit/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { ROUTES } from '@otklik/model/routes'
import { silentLog } from '../src/platform/log.ts'

const dir = mkdtempSync(join(tmpdir(), 'otklik-watch-'))
chmodSync(dir, 0o711)
const anchor = join(dir, 'elsewhere', 'ends.jsonl')
const configOf = (more: Record<string, string> = {}) =>
  readConfig({ OTKLIK_DATA: join(dir, 'data'), PORT: '0', OTKLIK_AUDIT_ANCHOR: anchor, ...more })
let server: RunningInstallation
beforeAll(async () => {
  server = await startServer(configOf(), silentLog())
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}, 60_000)

const ask = (path: string) => fetch(server.url + path, { headers: { authorization: `Bearer ${server.token}` } })
const recorded = async () => {
  const rows = await server.installation.db.selectFrom('audit_log').select(['what', 'subject']).execute()
  return rows.map(({ what, subject }) => `${what} ${subject}`)
}
const hasFormat = ({ query }: Route) =>
  Object.hasOwn(JSON.parse(JSON.stringify(query ?? {})).properties ?? {}, 'format')
const routes = ROUTES.map(({ route }) => route)
/** What a call can't do without. */
const needed: Readonly<Record<string, string>> = {
  '/api/appeals/metrics/paper': 'quarter=2026-Q2',
  '/api/certification/procedures': 'year=2026',
  '/api/change/measures/plan': 'year=2026',
  '/api/packages/export': 'date=2026-06-30',
  '/api/packages/calendar': 'from=2026-06-01&to=2026-06-30',
  '/api/packages/remarks': 'from=2026-06-01&to=2026-06-30',
  '/api/progress/ranking': 'figure=csi',
  '/api/progress/why': 'indicator=errors&from=2026-06&to=2026-06',
}

describe('in the server as it is wired', () => {
  test.each(routes.filter((route) => route.method === 'GET' && hasFormat(route) && !route.path.includes(':')))(
    'a file of $path is in the audit',
    async ({ path, query }) => {
      // Papers leave in other formats than tables.
      const format = JSON.stringify(query).includes('"csv"') ? 'csv' : 'xlsx'
      const answer = await ask(`${path}?format=${format}&${needed[path] ?? ''}`)
      expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
      expect(await recorded()).toContain(`data.exported GET ${path}`)
    },
  )

  test.each(routes.filter((route) => route.primary && !route.path.includes(':')))(
    'a look at $path is in the audit',
    async ({ path }) => {
      expect((await ask(path)).status).toBe(200)
      expect(await recorded()).toContain(`data.viewed GET ${path}`)
    },
  )

  test('the calls that show primary data are marked so', () => {
    const primary = routes.filter((route) => route.primary || route.stream === 'download').map(({ path }) => path)
    expect(primary.toSorted()).toEqual([
      '/api/appeals/:id/files/:file',
      '/api/appeals/loads/:id/set-aside',
      '/api/appeals/metrics/paper',
      '/api/certification/documents/:id/paper',
      '/api/certification/lists/:id/paper',
      '/api/certification/remarks/:id/files/:file',
      '/api/certification/road-maps/:id/paper',
      '/api/change/map/paper',
      '/api/change/maps/:id/paper',
      '/api/change/measures/:id/evidence/:file',
      '/api/change/measures/plan',
      '/api/packages/:id',
      '/api/packages/:id/files/:file/set-aside.csv',
      '/api/packages/:id/files/:file/set-aside.xlsx',
      '/api/packages/export',
      '/api/progress/alarms/:id/notice',
      '/api/progress/requests',
      '/api/progress/requests/:request',
      '/api/progress/services/:service',
      '/api/surveys/campaigns/:code/answers',
      '/api/surveys/campaigns/:code/answers/:id',
      '/api/surveys/campaigns/:code/posters',
      '/api/surveys/feedback',
      '/api/surveys/feedback/:id',
      '/api/surveys/feedback/:id/contact',
    ])
  })
})

test('the end is noted in the file that was named, at start and at stop, and a start without it goes on recording', async () => {
  const { db } = server.installation
  const rows = (await recorded()).length
  expect(rows).toBeGreaterThan(0)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, rows })
  await server.stop()
  expect(await readHeads(anchor)).toMatchObject({ heads: [{ seq: rows }] })
  expect(existsSync(join(dir, 'data', 'audit'))).toBe(false)
  writeFileSync(join(dir, 'file'), '')
  const impossible = configOf({ OTKLIK_AUDIT_ANCHOR: join(dir, 'file', 'ends.jsonl'), OTKLIK_AUDIT: 'off' })
  server = await startServer(impossible, silentLog())
  await ask('/api/progress/requests')
  expect(await recorded()).toHaveLength(rows + 1)
}, 60_000)
