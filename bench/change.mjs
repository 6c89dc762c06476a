// npm run bench -- change: what reading texts costs, each work beside one pass of Snowball stemming over the same texts in
// the same process, and a map over BENCH_STATEMENTS (1 000 000). BENCH_TEXTS (100 000) sets how many texts; every work is
// measured three times, medians are compared.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import snowball from 'snowball-stemmers'
import { duplicatesIn, shingles, bare } from '@otklik/model/change/duplicates'
import { OPERATOR } from '@otklik/model/access'
import { createMasker } from '@otklik/model/change/masking'
import { BUILT_IN_RUBRICATOR } from '@otklik/model/change/rubricator'
import { createSuggester, learnTopics } from '@otklik/model/change/topics'
import { painFigures } from '../packages/server/src/change/figures/figures.ts'
import { makeProblem } from '../packages/server/src/change/index.ts'
import { openInstallation } from '../packages/server/src/installation.ts'
import { readConfig } from '../packages/server/src/platform/config.ts'
import { createLog } from '../packages/server/src/platform/log.ts'
import { openLexicon } from '../packages/server/src/change/language/lexicon.ts'
import { stem } from '../packages/server/src/change/language/stem.ts'
import { ANSWERS } from '../packages/server/src/change/topics/answers.fixture.ts'
import { LOOKALIKES } from '../packages/server/src/change/masking/lookalikes.fixture.ts'
import { plantedTexts } from '../packages/server/src/change/masking/planted.fixture.ts'

const count = Number(process.env.BENCH_TEXTS ?? 100_000)
const say = (line) => process.stdout.write(`${line}\n`)
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`

const texts = makeTexts()
say(
  `${texts.length.toLocaleString('en')} texts of ${Math.round(texts.join('').length / texts.length)} characters; ` +
    `${cpus().length} processors, ${cpus()[0]?.model}`,
)
const stemmer = snowball.newStemmer('russian')
const stems = await measured(() => {
  for (const text of texts)
    for (const word of text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]+/g) ?? [])
      stemmer.stem(word)
})
say(`stems: ${seconds(stems)}`)

const mask = createMasker(await openLexicon())
const against = (work, ms, aim) => say(`${work}: ${seconds(ms)}, ${(ms / stems).toFixed(2)} of the stems (aim ${aim})`)
against('mask', await measured(() => texts.forEach((text) => mask(text))), '≤ 3')

const coded = ANSWERS.filter((_, at) => at % 2 === 0).map(({ code, text }) => ({ text, codes: [code] }))
const model = learnTopics(coded, BUILT_IN_RUBRICATOR, stem)
const suggest = createSuggester(model, stem)
against('suggest', await measured(() => texts.forEach((text) => suggest(text))), '≤ 4')

// Every text differs a little from every other, so that nothing is found by equal texts alone.
const numbered = texts.map((text, at) => `${text} ${at % 5 === 0 ? at - 1 : at}`)
const groups = await measured(() => duplicatesIn(numbered))
const pairs = compareAll(numbered.slice(0, Math.min(2000, count)))
const all = (pairs * (count * (count - 1))) / 2
say(
  `duplicates: ${seconds(groups)}, ${((100 * groups) / all).toFixed(3)} % of all pairs, ${seconds(all)} by a sample (aim ≤ 2 %)`,
)
await mapOverMany()
process.exit()

/** A map over a million statements (BENCH_STATEMENTS), as the desk asks for it, against a bare GROUP BY of the same rows. */
async function mapOverMany() {
  const many = Number(process.env.BENCH_STATEMENTS ?? 1_000_000)
  const dir = mkdtempSync(join(tmpdir(), 'otklik-bench-change-'))
  const installation = await openInstallation(readConfig({ ...process.env, OTKLIK_DATA: dir }), createLog('error'))
  const { db } = installation
  const caller = { who: OPERATOR, at: new Date('2026-07-10T09:00:00Z') }
  await plantStatements(db, many)
  const bare = await measured(() =>
    sql`SELECT process, codes, count(*) FROM change_statements GROUP BY process, codes`.execute(db),
  )
  const map = await measured(() => painFigures(db, { period: '2026-Q2' }, caller))
  say(
    `a map over ${many.toLocaleString('en')} statements: ${seconds(map)}, ${(map / bare).toFixed(2)} of a bare GROUP BY of ${seconds(bare)} (aim ≤ 2)`,
  )
  await installation.close()
  rmSync(dir, { recursive: true, force: true })
}

/** Twelve processes and topics, five ratings, three channels: as different as what people say. */
async function plantStatements(db, many) {
  const codes = BUILT_IN_RUBRICATOR.topics.map(({ code }) => code).slice(0, 12)
  const processes = Array.from({ length: 12 }, (_, at) => `process-${at}`)
  for (const id of processes)
    await db
      .insertInto('change_processes')
      .values({ id, name: id, kind: 'service', authority_id: null, region: null })
      .execute()
  await sql`
    INSERT INTO change_statements
      (source, batch, key, process, channel, day, text, stems, rating, filtered, codes, coder, coder_who, twin)
    SELECT 'answer', 'bench', n::text, (${processes}::text[])[1 + n % 12], (ARRAY['ЕПГУ', 'МФЦ', 'Ведомство'])[1 + n % 3],
      to_char(date '2026-04-01' + (n % 91)::int, 'YYYY-MM-DD'), 'Очередь на час', ' очеред час ', 1 + n % 5,
      CASE WHEN n % 7 > 1 THEN 'no_problem' END,
      CASE WHEN n % 7 < 2 THEN ARRAY[(${codes}::text[])[1 + (n / 7) % 12]] END,
      CASE WHEN n % 7 < 2 THEN 'Проба' END, CASE WHEN n % 7 < 2 THEN 'test' END, n
    FROM generate_series(1, ${many}) AS n`.execute(db)
  await sql`VACUUM ANALYZE change_statements`.execute(db)
  const body = { stage: 'приём', feasibility: 3, flag: null, flagReason: null, links: [], processes }
  for (const code of codes)
    await makeProblem(db, { ...body, name: code, topics: [code] }, { who: OPERATOR, at: new Date('2026-06-01') })
}

/** Milliseconds of comparing one pair of a sample of texts, all with all. */
function compareAll(sample) {
  const sets = sample.map((text) => new Set(shingles(bare(text))))
  const started = performance.now()
  let alike = 0
  for (let one = 0; one < sets.length; one++)
    for (let other = one + 1; other < sets.length; other++) {
      let common = 0
      for (const piece of sets[one]) if (sets[other].has(piece)) common++
      if (9 * common >= 4 * (sets[one].size + sets[other].size)) alike++
    }
  say(`a sample of ${sets.length.toLocaleString('en')} texts has ${alike} pairs alike`)
  return (performance.now() - started) / ((sets.length * (sets.length - 1)) / 2)
}

/** Half of them with planted data, half without; each three sentences, as long as what people write. */
function makeTexts() {
  const planted = plantedTexts(1, Math.ceil(count / 60)).map(({ text }) => text)
  return Array.from({ length: count }, (_, at) => {
    const own = [
      planted[at % planted.length],
      LOOKALIKES[(at * 7) % LOOKALIKES.length],
      LOOKALIKES[(at * 11 + 3) % LOOKALIKES.length],
    ]
    return (at % 2 === 0 ? own : own.slice(1)).join('. ')
  })
}

async function measured(work) {
  const times = []
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}
