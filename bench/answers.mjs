// First half of npm run bench -- surveys: what the last page of a questionnaire costs until its thanks, durable, beside a bare loop of the
// same inserts; and what the first page weighs over the wire. BENCH_SENT (2 000) are sent in each round.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes, randomUUID } from 'node:crypto'
import { NOBODY } from '@otklik/model/access'
import { freshState, PLAIN, tokensOf } from '@otklik/respond'
import { openInstallation } from '../packages/server/src/installation.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { cipherOf } from '../packages/server/src/platform/cipher.ts'
import { keptSecret } from '../packages/server/src/platform/engines/secret.ts'
import { buildHttp } from '../packages/server/src/platform/http/index.ts'
import { silentLog } from '../packages/server/src/platform/log.ts'
import { campaignOf } from '../packages/server/src/surveys/public/campaign.fixture.ts'
import { pagesKeyFile, publicPages } from '../packages/server/src/surveys/public/routes.ts'

const answers = Number(process.env.BENCH_SENT ?? 2000)
const ROUNDS = 3
const TOGETHER = 16
const ROOT = new URL('../', import.meta.url).pathname
const say = (line) => process.stdout.write(`${line}\n`)
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

const CHOICES = { q1: 'yes', q4: 'none', q5: 'site', q7: 'self', q8: 'granted', q10: 'yes', q13: 'none', q14: 'yes' }
const GIVEN = {
  ...CHOICES,
  q2: ['Зачисление в школу'],
  q3: 5,
  q6: { site: 4 },
  q11: 5,
  q12: { application: 5, status: 4, documents: 5, speed: 4, electronic: 5 },
  q21: 9,
  q22: 'Сделать запись на приём по телефону.',
}

const data = mkdtempSync(join(tmpdir(), 'otklik-bench-surveys-'))
const config = readConfig({ OTKLIK_DATA: data, OTKLIK_LOG_LEVEL: 'silent' })
const installation = await openInstallation(config, silentLog())
try {
  await measure(installation)
} finally {
  await installation.close()
  rmSync(data, { recursive: true, force: true })
}
process.exit()

async function measure({ db, ch, pool }) {
  const now = new Date()
  const made = await campaignOf({ db, clickhouse: ch }, now, { target: 10_000_000 })
  const app = await serve(db)
  const [own, bare] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await pace(bareAnswers(pool, made.id)))
    own.push(await pace(sentPages(app, made, now)))
  }
  await app.close()
  const ratio = median(own) / median(bare)
  const result = {
    at: now.toISOString(),
    processors: `${cpus().length} × ${cpus()[0]?.model}`,
    answersPerSecond: Math.round(median(own)),
    bareInsertsPerSecond: Math.round(median(bare)),
    ratio: Number(ratio.toFixed(2)),
  }
  say(
    `${result.answersPerSecond} answers a second from the last page to the thanks, against ${result.bareInsertsPerSecond} of the bare loop: ${result.ratio} (aim 0.5)`,
  )
  const { stdout } = spawnSync(process.execPath, [`${ROOT}packages/respond/build.mjs`], { encoding: 'utf8' })
  say(stdout.trim())
  mkdirSync(`${ROOT}bench/results`, { recursive: true })
  writeFileSync(
    `${ROOT}bench/results/answers.json`,
    `${JSON.stringify({ ...result, weight: stdout.trim() }, null, 2)}\n`,
  )
}

async function serve(db) {
  const log = silentLog()
  const app = await buildHttp({
    config: { publicUrl: 'http://localhost', trustProxy: false },
    log,
    authenticate: () => Promise.resolve(NOBODY),
  })
  publicPages(app, { config, db, log, cipher: cipherOf('a key of a bench') })
  await app.ready()
  return app
}

/** Answers a second, `TOGETHER` at a time. */
async function pace(work) {
  const queue = [...work]
  const started = performance.now()
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await next()
    }),
  )
  return (answers * 1000) / (performance.now() - started)
}

function sentPages(app, { code, url }, now) {
  const tokens = tokensOf(keptSecret(pagesKeyFile(data)))
  const survey = { campaign: code, version: 1 }
  return Array.from({ length: answers }, (_, at) => {
    const nonce = randomBytes(16).toString('base64url')
    const state = freshState(survey, { page: 'p10', nonce, language: 'ru', view: PLAIN, now })
    const payload = new URLSearchParams({
      _t: tokens.write({ ...state, answers: GIVEN }),
      _go: 'next',
      q28: 'f',
    }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    // Another network each, so that none is held up.
    const remoteAddress = `10.${at % 250}.${Math.floor(at / 250) % 250}.${Math.floor(at / 62_500) + 1}`
    return async () => {
      const { statusCode } = await app.inject({ method: 'POST', url, payload, headers, remoteAddress })
      if (statusCode !== 303) throw new Error(`an answer was answered ${statusCode}`)
    }
  })
}

/** The same rows as plain statements in a transaction: no token, judgement, quota or page. */
function bareAnswers(pool, campaign) {
  return Array.from({ length: answers }, () => async () => {
    const client = await pool.connect()
    const id = randomUUID()
    try {
      await client.query('BEGIN')
      await client.query('INSERT INTO survey_nonces VALUES ($1, now())', [randomBytes(16).toString('base64url')])
      await client.query(
        `INSERT INTO survey_responses (id, campaign_id, version, channel, language, day, hour, outcome, answers, other)
         VALUES ($1, $2, 1, 'open', 'ru', '2026-11-30', 12, 'complete', $3, '{}')`,
        [id, campaign, JSON.stringify(GIVEN)],
      )
      await client.query(
        `INSERT INTO survey_traces (response_id, campaign_id, finished_at, seconds, times, source, proof, trap, script, device)
         VALUES ($1, $2, now(), 1, '{"p10": 1}', 'bench', 'none', false, false, 'unknown')`,
        [id, campaign],
      )
      await client.query('INSERT INTO survey_uncounted VALUES ($1)', [id])
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  })
}
