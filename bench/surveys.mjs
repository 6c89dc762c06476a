// npm run bench -- surveys: what a page of results costs over many answers. BENCH_ANSWERS (1 000 000) sets how many answers to
// 30 questions there are; they are made in ClickHouse, as the job that counts would have sent them, and asked for over the
// server's own use case. The yardstick is ClickHouse's own sum over the same number of rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '@otklik/model/access'
import { openInstallation } from '../packages/server/src/installation.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { applyServices } from '../packages/server/src/register/index.ts'
import {
  createCampaign,
  createQuestionnaire,
  publishQuestionnaire,
  startCampaign,
} from '../packages/server/src/surveys/index.ts'
import { readResults } from '../packages/server/src/surveys/results/read.ts'
import { quantile } from './callers.mjs'

const answers = Number(process.env.BENCH_ANSWERS ?? 1_000_000)
const say = (line) => process.stdout.write(`${line}\n`)
const QUESTIONS = 30
const ROUNDS = 40

const dir = mkdtempSync(join(tmpdir(), 'otklik-bench-surveys-'))
const installation = await openInstallation(readConfig({ ...process.env, OTKLIK_DATA: dir }), createLog('error'))
const { db, ch } = installation
const at = new Date()
const caller = { who: OPERATOR, at }

say(
  `${answers.toLocaleString('en')} answers to ${QUESTIONS} questions; ${cpus().length} processors, ${cpus()[0]?.model}`,
)
await makeCampaign()
const filled = performance.now()
await fill()
say(`filled in ${((performance.now() - filled) / 1000).toFixed(0)} s`)
const yard = await timesOf(() => ch.query(`SELECT sum(number) FROM numbers_mt(${answers * QUESTIONS})`))
const PAGES = {
  'whole campaign': {},
  'one channel': { channel: 'qr' },
  'by office': { by: 'office' },
  'by channel, one week': { by: 'channel', from: '2026-06-01', to: '2026-06-07' },
  'by a question': { by: 'q1' },
}
for (const [name, asked] of Object.entries(PAGES)) {
  const times = await timesOf(() => readResults(installation, 'bench', asked, OPERATOR, at))
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)]
  const ratio = (most / quantile(yard, 0.5)).toFixed(1)
  say(`${name}: median ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms, ${ratio} × a sum of as many numbers`)
}
await installation.close()
rmSync(dir, { recursive: true, force: true })
process.exit()

async function timesOf(work) {
  await work()
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.toSorted((a, b) => a - b)
}

async function makeCampaign() {
  const row = {
    service_id: '1000000001',
    subservice_id: '',
    name: 'Справка',
    authority: 'Орган',
    region: '31',
    kind: 'услуга',
  }
  const rest = { term_days: null, term_unit: '', fee: '', life_situations: '' }
  await db.transaction().execute((tx) => applyServices(tx, [{ ...row, ...rest }], { package: 1, at }))
  const { id } = await db.selectFrom('register_authorities').select('id').executeTakeFirstOrThrow()
  const question = (_, number) => ({ code: `q${number + 1}`, type: 'scale', min: 1, max: 5, text: { ru: 'Оцените' } })
  const pages = [{ code: 'p1', questions: Array.from({ length: QUESTIONS }, question) }]
  const document = { format: 'otklik-questionnaire/1', code: 'bench', title: { ru: 'Проба' }, languages: ['ru'], pages }
  await createQuestionnaire(db, { code: 'bench', title: 'Проба', authority: null, document }, caller)
  await publishQuestionnaire(db, 'bench', 1, caller)
  const legal = { asks: null, recorded: null, kept: null, appeals: null }
  const fields = {
    name: 'Проба',
    authority: String(id),
    questionnaire: { code: 'bench', version: 1 },
    languages: ['ru'],
    legal,
  }
  const none = {
    services: [],
    offices: [],
    from: null,
    to: null,
    target: null,
    parameters: {},
    lists: {},
    quotas: [],
    frames: [],
  }
  await createCampaign(installation, { code: 'bench', ...fields, ...none }, caller)
  await startCampaign(db, 'bench', caller)
}

/** A hundred links of fifty offices over half a year; everybody rates everything. */
async function fill() {
  const cells = Array.from(
    { length: QUESTIONS },
    (_, at) =>
      `'q${at + 1}\\tshown', 'q${at + 1}\\tanswered', 'q${at + 1}\\tbase', concat('q${at + 1}\\t=', toString(1 + rand(${at}) % 5))`,
  )
  const { id } = await db.selectFrom('survey_campaigns').select('id').executeTakeFirstOrThrow()
  const step = 100_000
  for (let from = 0; from < answers; from += step)
    await ch.command(
      `INSERT INTO survey_sets SELECT ${id}, 1, toDate('2026-03-01') + rand(101) % 180, 1 + rand(102) % 100 AS link, '1000000001',
         1 + link % 50, if(link % 2 = 0, 'qr', 'site'), 'ru', ['#sets\\tused', '#people\\tn', ${cells.join(', ')}]
       FROM numbers(${Math.min(step, answers - from)})`,
    )
}
