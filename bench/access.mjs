// npm run bench -- access: what the first page of people and of organisations costs in a large installation, beside one
// row by its primary key over the same pool; and what finding out who asks, and checking the right, add to a call.
// BENCH_PEOPLE (100 000) and BENCH_ORGANISATIONS (10 000) set the size, BENCH_CALLS (300) how often each call is made.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createAdministrator } from '../packages/server/src/access/index.ts'
import { buildServer, openInstallation } from '../packages/server/src/compose.ts'
import { openCipher } from '../packages/server/src/platform/cipher.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { needs, open, serve } from '../packages/server/src/platform/http/index.ts'
import { silentLog } from '../packages/server/src/platform/log.ts'
import { fillPeople, fillTree, treeOf } from './access-fill.mjs'

const people = Number(process.env.BENCH_PEOPLE ?? 100_000)
const organisations = Number(process.env.BENCH_ORGANISATIONS ?? 10_000)
const calls = Number(process.env.BENCH_CALLS ?? 300)
const WARM = 30
const PASSWORD = 'корова-летит-на-юг'
const say = (line) => process.stdout.write(`${line}\n`)

const data = mkdtempSync(join(tmpdir(), 'otklik-bench-access-'))
const queries = countQueries()
const config = readConfig({ OTKLIK_DATA: data, OTKLIK_LOG_LEVEL: 'silent' })
const installation = await openInstallation(config, silentLog())
const { pool, db } = installation
try {
  await fill()
  await measure()
} finally {
  await installation.close()
  rmSync(data, { recursive: true, force: true })
}
process.exit()

async function fill() {
  const started = performance.now()
  const { rows } = await pool.query('SELECT code FROM register_regions ORDER BY code LIMIT 89')
  const tree = treeOf(
    rows.map(({ code }) => code),
    organisations,
  )
  await fillTree(pool, tree)
  const cipher = openCipher(config.dataDir)
  await fillPeople(pool, { rows: tree, people, seal: (text) => cipher.seal(text) })
  say(
    `${people.toLocaleString('en')} people in ${organisations.toLocaleString('en')} organisations, made in ` +
      `${((performance.now() - started) / 1000).toFixed(1)} s; ${cpus().length} processors, ${cpus()[0]?.model}`,
  )
}

async function measure() {
  const app = await buildServer(installation, {}, () => undefined)
  // The same empty answer behind three doors; the contract is left out, since only the door is measured.
  const door = (path, policy) => serve(app, { method: 'GET', path, summary: '', tag: '' }, policy, () => undefined)
  door('/bench/open', open())
  door('/bench/needs', needs('people.read'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${app.server.address().port}`
  const worker = new Worker(new URL('./access-client.mjs', import.meta.url), { workerData: { url } })
  try {
    const bare = await bareSelect()
    const results = await ask(worker, await cookies(app, url), bare)
    write({ people, organisations, calls, bare, results })
  } finally {
    await worker.terminate()
    await app.close()
  }
}

/** Sessions as people get them: by their password. The second one keeps a region. */
async function cookies(app, url) {
  const parts = { db, config: { publicUrl: config.publicUrl } }
  const region = await createAdministrator(parts, { login: 'bench.region', name: 'Ведёт субъект', password: PASSWORD })
  await pool.query(
    `UPDATE access_memberships SET organisation_id = (SELECT min(id) FROM access_organisations WHERE kind = 'region')
     WHERE user_id = $1`,
    [region],
  )
  await createAdministrator(parts, { login: 'bench.root', name: 'Ведёт всё', password: PASSWORD })
  const signIn = async (login) => {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: config.publicUrl },
      body: JSON.stringify({ login, password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`not signed in: ${await answer.text()}`)
    return answer.headers.get('set-cookie').split(';')[0]
  }
  return { root: await signIn('bench.root'), region: await signIn('bench.region') }
}

async function bareSelect() {
  const { rows } = await pool.query('SELECT id FROM access_users LIMIT 1')
  const times = []
  for (let n = 0; n < WARM + calls; n++) {
    const started = performance.now()
    await pool.query('SELECT id, name FROM access_users WHERE id = $1', [rows[0].id])
    times.push(performance.now() - started)
  }
  return spread(times.slice(WARM))
}

async function ask(worker, { root, region }, bare) {
  say(`yardstick: one row by its primary key p50 ${bare.p50.toFixed(2)} ms, p95 ${bare.p95.toFixed(2)} ms`)
  const children = (await pool.query(`SELECT min(id) AS id FROM access_organisations WHERE kind = 'region'`)).rows[0].id
  const list = [
    ['people, the whole system', '/api/people', root, 50],
    ['people, one region', '/api/people', region, 50],
    ['organisations, the top', '/api/organisations', root],
    ['organisations, under the top', '/api/organisations?parent=1', root],
    ['organisations, the top of one region', '/api/organisations', region],
    ['organisations, under one region', `/api/organisations?parent=${children}`, region],
    ['nothing, nobody', '/bench/open', undefined],
    ['nothing, with a session', '/bench/open', root],
    ['nothing, with a session and a right', '/bench/needs', root],
  ]
  const results = []
  for (const [work, path, cookie, aim] of list) results.push(await one(worker, { work, path, cookie, aim, bare }))
  const [nobody, session, right] = results.slice(-3)
  say(`a session costs ${(session.p50 - nobody.p50).toFixed(2)} ms and ${session.queries - nobody.queries} query`)
  say(`a right costs ${(right.p50 - session.p50).toFixed(2)} ms and ${right.queries - session.queries} queries`)
  return results
}

async function one(worker, { work, path, cookie, aim, bare }) {
  const before = queries()
  const answers = await new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', resolve)
    worker.postMessage({ path, cookie, warm: WARM, calls })
  })
  const bad = answers.find(({ status }) => status >= 300)
  if (bad) throw new Error(`${path} answered ${bad.status}`)
  const { p50, p95 } = spread(answers.map(({ ms }) => ms))
  const perCall = Math.round((queries() - before) / (WARM + calls))
  const ratio = p50 / bare.p50
  const verdict = aim === undefined ? '' : ` (aim p95 ≤ ${aim} ms: ${p95 <= aim ? 'reached' : 'FALLS SHORT'})`
  say(
    `${work}: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, ${ratio.toFixed(1)} of a row, ${perCall} queries, ` +
      `${answers[0].bytes} bytes${verdict}`,
  )
  return { work, p50, p95, ratio, queries: perCall }
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] }
}

/** Every statement this process sends to PostgreSQL. */
function countQueries() {
  const { Client } = createRequire(new URL('../packages/server/package.json', import.meta.url))('pg')
  const send = Client.prototype.query
  let count = 0
  Client.prototype.query = function (...args) {
    count++
    return send.apply(this, args)
  }
  return () => count
}

function write(results) {
  const folder = new URL('./results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('access.json', folder), JSON.stringify(results, null, 2))
}
