import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshState, PLAIN, tokensOf } from '@otklik/respond'
import { afterAll, expect, test, vi } from 'vitest'
import { openClickHouse } from '../../src/platform/clickhouse/client.ts'
import { keptSecret } from '../../src/platform/engines/secret.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openDatabase } from '../../src/platform/postgres/open.ts'
import { findServer } from '../../src/platform/running.ts'
import { campaignOf, type MadeCampaign } from '../../src/surveys/public/campaign.fixture.ts'
import { pagesKeyFile } from '../../src/surveys/public/routes.ts'
import { endServerProcess, type ServerProcess, startServerProcess } from '../support/server-process.ts'

// Starts a whole server several times.
vi.setConfig({ testTimeout: 300_000 })

const ROUNDS = 2
const HANDS = 6
const ENOUGH = 15
const ANSWERS = { q1: 'yes', q3: 4, q8: 'granted' }
const dir = mkdtempSync(join(tmpdir(), 'otklik-answers-'))
let server: ServerProcess | undefined
afterAll(async () => {
  if (server) await endServerProcess(server, 'SIGTERM')
  rmSync(dir, { recursive: true, force: true })
})

function stores() {
  const running = findServer(dir)
  if (running?.engines === undefined) throw new Error('no server')
  const records = openDatabase(running.engines.databaseUrl, silentLog(), 2)
  const clickhouse = openClickHouse(running.engines.clickhouseUrl, 'otklik')
  const close = async () => {
    await records.close()
    await clickhouse.close()
  }
  return { db: records.db, clickhouse, close }
}

/** The last page of somebody who has answered everything, as it is sent. */
function lastPage(campaign: MadeCampaign, name: string): URLSearchParams {
  const survey = { campaign: campaign.code, version: 1 }
  const options = { page: 'p10', nonce: name.padEnd(22, '-'), language: 'ru', view: PLAIN, now: new Date() }
  const state = { ...freshState(survey as never, options), answers: { ...ANSWERS, q22: name } }
  const token = tokensOf(keptSecret(pagesKeyFile(dir))).write(state)
  return new URLSearchParams({ _t: token, _go: 'next' })
}

const send = async (campaign: MadeCampaign, page: URLSearchParams): Promise<boolean> => {
  const answer = await fetch(`${server?.url}${campaign.url}`, { method: 'POST', body: page, redirect: 'manual' })
  return answer.status === 303
}

test('every thanks is a response, once, whenever the server is killed', async () => {
  server = await startServerProcess(dir)
  const made = stores()
  const campaign = await campaignOf(made, new Date())
  await made.close()
  const sent = new Map<string, URLSearchParams>()
  const thanked = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const before = thanked.size
    const hand = async (number: number): Promise<void> => {
      for (let at = 0; ; at++) {
        const name = `r${round}h${number}n${at}`
        const page = lastPage(campaign, name)
        sent.set(name, page)
        try {
          if (await send(campaign, page)) thanked.add(name)
        } catch {
          return
        }
        if (thanked.size - before > ENOUGH) server?.child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: HANDS }, (_, number) => hand(number)))
    server = await startServerProcess(dir)
  }
  expect(thanked.size).toBeGreaterThan(ROUNDS * ENOUGH)
  const kept = async () => {
    const { db, close } = stores()
    const rows = await db
      .selectFrom('survey_responses')
      .select('answers')
      .where('campaign_id', '=', campaign.id)
      .execute()
    await close()
    return rows.map(({ answers }) => String(answers.q22)).toSorted()
  }
  const names = await kept()
  expect(names).toEqual([...new Set(names)])
  expect([...thanked].filter((name) => !names.includes(name))).toEqual([])
  // Who got no answer sends the same page again, and so does who got one.
  for (const page of sent.values()) expect(await send(campaign, page)).toBe(true)
  expect(await kept()).toEqual([...sent.keys()].toSorted())
})
