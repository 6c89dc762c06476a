import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CampaignFields } from '@otklik/model/surveys/api'
import { afterAll, beforeAll } from 'vitest'
import { testDatabases, type TestDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import { cipherOf } from '../../platform/cipher.ts'
import { type App, buildHttp } from '../../platform/http/index.ts'
import { createLog } from '../../platform/log.ts'
import { campaignOf, type MadeCampaign } from './campaign.fixture.ts'
import { publicPages } from './routes.ts'

/** Public pages over a database of their own, with a clock that stands still. */
export interface PublicWorld extends TestDatabases {
  app: App
  now: Date
  /** Lines of the log. */
  readonly logged: string[]
  /** A second later nothing that was remembered of campaigns holds any more. */
  later(seconds?: number): void
  /** One more server on the same database. */
  server(): Promise<App>
  begun(asked?: Partial<CampaignFields>): Promise<MadeCampaign>
  responsesTo(campaign: number): Promise<{ id: string; answers: Record<string, unknown> }[]>
}

/** Half past midnight of the next day in Belgorod. */
export const START = new Date('2026-11-30T21:30:00Z')
export const ANSWERS = { q1: 'yes', q3: '4', q8: 'granted', q22: 'Долго 😀 ждали <b>\u202E' }

/** Call it once at the top of a test file; use what it gives inside tests only. */
export function publicWorld(): PublicWorld {
  const world = testDatabases() as PublicWorld
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-pages-'))
  const logged: string[] = []
  Object.assign(world, {
    now: START,
    logged,
    later: (seconds = 1) => {
      world.now = new Date(world.now.getTime() + seconds * 1000)
    },
    server: async () => {
      const log = createLog('info', { write: (line: string) => logged.push(line) })
      const app = await buildHttp({
        config: { publicUrl: 'https://otklik.test', trustProxy: false },
        log,
        authenticate: () => Promise.resolve(person()),
        now: () => world.now,
      })
      const config = { dataDir, publicUrl: 'https://otklik.test' }
      publicPages(app, { config, db: world.db, log, cipher: cipherOf('a key of a test') })
      await app.ready()
      return app
    },
    begun: (asked = {}) => campaignOf(world, world.now, asked),
    responsesTo: (campaign: number) =>
      world.db.selectFrom('survey_responses').selectAll().where('campaign_id', '=', campaign).execute(),
  } satisfies Partial<PublicWorld>)
  beforeAll(async () => {
    world.app = await world.server()
  })
  afterAll(async () => {
    await world.app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return world
}
