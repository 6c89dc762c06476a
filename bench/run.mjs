// npm run bench: what an import, a check and an indicator cost, as ratios to a yardstick of the same run on this machine.
// With `access`: what lists of people cost instead (access.mjs); with `change`: what reading texts costs (change.mjs); with
// `papers`: what a paper costs beside its libraries alone (papers.mjs); with `surveys`: what an answer (answers.mjs)
// and a page of results costs (surveys.mjs).
// BENCH_EVENTS sets the size (10 000 000), BENCH_DIR where the made-up data lie.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (process.argv[2] === 'access') await import('./access.mjs')
if (process.argv[2] === 'change') await import('./change.mjs')
if (process.argv[2] === 'papers') await import('./papers.mjs')
if (process.argv[2] === 'surveys') {
  spawnSync(process.execPath, [fileURLToPath(new URL('answers.mjs', import.meta.url))], { stdio: 'inherit' })
  await import('./surveys.mjs')
}

const here = fileURLToPath(new URL('.', import.meta.url))
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
const { generate } = await import('./generate.mjs')
const { loadAndAsk, openDuck, indicatorQuery } = await import('./duckdb.mjs')
const { otklik, serve, watched } = await import('./otklik.mjs')
const { askTogether, quantile } = await import('./callers.mjs')
const { cut, handOver } = await import('./slices.mjs')

const events = Number(process.env.BENCH_EVENTS ?? 10_000_000)
const dir = process.env.BENCH_DIR ?? join(tmpdir(), 'otklik-bench')
const big = join(dir, String(events))
const small = join(dir, String(events / 10))
const say = (line) => process.stdout.write(`${line}\n`)
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
const gib = (bytes) => `${(bytes / 2 ** 30).toFixed(2)} GiB`
const results = []
const result = (work, measured, against, ratio, aim) => {
  results.push({ work, measured, against, ratio, aim })
  say(`${work}: ${measured} against ${against}: ${ratio.toFixed(2)} (aim ${aim})`)
}

mkdirSync(dir, { recursive: true })
for (const [folder, size] of [
  [small, events / 10],
  [big, events],
])
  await generate(folder, size)
say(
  `${events.toLocaleString('en')} events, ${Math.round(statSync(join(big, 'events.csv')).size / 1e6)} MB; ${cpus().length} processors, ${cpus()[0]?.model}`,
)

// What a run leaves is removed at its end: for minutes after thousands of files were deleted, ext4 takes far longer to make
// new ones. Only their bytes are let go at once, so that each measurement meets as much free memory as the one before.
const runs = join(dir, 'runs')
const run = join(runs, String(Date.now()))
mkdirSync(run, { recursive: true })
const letGo = (folder) => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && statSync(path).size > 100_000) truncateSync(path)
  }
}
const fresh = async (name) => {
  const data = join(run, name)
  // The first start makes the databases; an import is measured on an installation that exists.
  await otklik(['indicators', '--by', 'month', '--format', 'json'], data)
  return data
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

// 1. Import, and by itself its memory at two sizes.
const rounds = 3
const importOf = (folder) => ['import', folder, '--supplier', 'bench', '--date', '2026-06-30', '--json']
const yardsticks = []
const imports = []
let [duckFile, data] = ['', '']
for (let round = 1; round <= rounds; round++) {
  duckFile = join(run, `duck-${round}`, 'duck.db')
  mkdirSync(dirname(duckFile))
  const duck = await loadAndAsk(duckFile, big)
  yardsticks.push(duck)
  say(`DuckDB: read ${seconds(duck.load)}, checkpoint ${seconds(duck.checkpoint)}, indicators ${seconds(duck.query)}`)
  data = await fresh(`data-${round}`)
  imports.push((await otklik(importOf(big), data)).ms)
  say(`import: ${seconds(imports.at(-1))}`)
  if (round < rounds) for (const used of [data, dirname(duckFile)]) letGo(used)
}
const whole = median(imports)
const duck = median(yardsticks.map(({ total }) => total))
result('import', seconds(whole), `DuckDB ${seconds(duck)}`, whole / duck, '≤ 0.8')
const little = await watched(importOf(small), await fresh('data-watched-small'))
const largeData = await fresh('data-watched')
const large = await watched(importOf(big), largeData)
letGo(largeData)
result(
  'memory',
  `${gib(large.memory)} at ${events.toLocaleString('en')}`,
  `${gib(little.memory)} at a tenth`,
  large.memory / little.memory,
  '≤ 1.5 and ≤ 3 GB',
)

// The figures must be the same, or the times mean nothing.
const ours = JSON.parse((await otklik(['indicators', '--by', 'service,month', '--format', 'json'], data)).out)
const plain = (rows) =>
  JSON.stringify(
    rows.map(({ service, month, submitted, in_error, decided, refused }) => [
      service,
      month,
      submitted,
      in_error,
      decided,
      refused,
    ]),
  )
say(plain(ours) === plain(yardsticks[0].rows) ? `the ${ours.length} figures are equal` : 'THE FIGURES DIFFER')

// 2. Check against a bare insert into the same engine.
const bare = Number(
  spawnSync(process.execPath, [join(here, 'bare-insert.mjs'), join(big, 'events.csv')]).stdout.toString(),
)
const check = await otklik(['check', join(big, 'events.csv'), '--date', '2026-06-30', '--json'], data)
result('check', seconds(check.ms), `bare insert ${seconds(bare)}`, check.ms / bare, '≤ 1.0')

// 3. One indicator over HTTP against the same question to DuckDB.
const server = await serve(data)
const ask = async () => {
  const started = performance.now()
  const answer = await fetch(`${server.url}/api/progress/indicators?by=service&from=2025-01&to=2025-12`, {
    headers: { authorization: `Bearer ${server.token}` },
  })
  await answer.json()
  return performance.now() - started
}
for (let i = 0; i < 5; i++) await ask()
const times = []
for (let i = 0; i < 100; i++) times.push(await ask())
const together = await askTogether(server, '/api/progress/indicators?by=service,month')
await server.stop()
const duckdb = await openDuck(duckFile)
const duckTimes = []
for (let i = 0; i < 3; i++) {
  const started = performance.now()
  await duckdb.rows(
    `SELECT service, sum(submitted), sum(in_error), sum(decided), sum(refused) FROM (${indicatorQuery}) GROUP BY service`,
  )
  duckTimes.push(performance.now() - started)
}
duckdb.close()
const p95 = times.toSorted((a, b) => a - b)[94]
result(
  'indicator',
  `p50 ${median(times).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  `DuckDB ${median(duckTimes).toFixed(0)} ms`,
  median(times) / median(duckTimes),
  '≤ 0.2, p95 ≤ 50 ms',
)
const crowd = [quantile(together, 0.5), quantile(together, 0.95)]
result(
  '50 callers at once, by service and month',
  `p50 ${crowd[0].toFixed(0)} ms, p95 ${crowd[1].toFixed(0)} ms`,
  `one caller ${median(times).toFixed(0)} ms`,
  crowd[1] / median(times),
  'p95 ≤ 1000 ms',
)

// 4. The same in thirty daily packages: handed over one after another, and each awaited before the next.
const slices = await cut(big, join(dir, 'slices'), 30, statSync(join(big, 'events.csv')).size)
const dayOf = (index) => `2026-06-${String(index + 1).padStart(2, '0')}`
const inSlices = async (name, send) => {
  const slicedData = await fresh(name)
  const slicedServer = await serve(slicedData)
  const ms = await send(slicedServer, slicedData)
  await slicedServer.stop()
  const again = JSON.parse((await otklik(['indicators', '--by', 'service,month', '--format', 'json'], slicedData)).out)
  say(plain(again) === plain(ours) ? 'sliced or whole, the figures are equal' : 'SLICED AND WHOLE FIGURES DIFFER')
  letGo(slicedData)
  return ms
}
const sliced = await inSlices('data-sliced', (to) => handOver(to, slices, dayOf))
result('30 daily slices', seconds(sliced), `one import ${seconds(whole)}`, sliced / whole, '≤ 2')
const awaited = await inSlices('data-awaited', async (_, to) => {
  let ms = 0
  for (const [index, folder] of slices.entries())
    ms += (await otklik(['import', folder, '--supplier', 'bench', '--date', dayOf(index), '--json'], to)).ms
  return ms
})
result('30 slices, each awaited', seconds(awaited), `one import ${seconds(whole)}`, awaited / whole, '–')

mkdirSync(join(here, 'results'), { recursive: true })
writeFileSync(join(here, 'results', 'last.json'), JSON.stringify({ events, results }, null, 2))
rmSync(runs, { recursive: true, force: true })
