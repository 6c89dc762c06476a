// npm test: every check of the project. First the quick ones, side by side; then the tests, on the real engines and in
// a real browser. The last line is always "N passed, N failed", alone, with the exit status to match. With --checks the
// quick ones only; with --changed [COMMIT] the tests that what was changed since the commit (main) may break.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { useCarriedNode } from './lib/carried-node.mjs'
import { overBudget } from './lib/budgets.mjs'
import { cpuReport, readFileCpu } from './lib/cpu-report.mjs'
import { cpuSeconds, yardstick as measureYardstick } from './lib/cpu.mjs'
import { ROOT } from './lib/root.mjs'
import { runSteps } from './lib/steps.mjs'
import { countTests } from './lib/vitest-report.mjs'

await useCarriedNode()

const REPORT = 'test-results/vitest.json'
const CPU = `${ROOT}test-results/cpu.jsonl`
// Only for a run that hangs: machines differ, and a slow one must not fail for its speed.
const TESTS_TIMEOUT_MS = 75 * 60_000

// The long ones first, so that the short ones fill the gaps beside them.
const CHECKS = [
  // Types are checked by the linter, which has read them anyway: of the whole project, each file by its own tsconfig.json.
  { name: 'types and lint', command: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--type-check'] },
  {
    name: 'desk build',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    cwd: 'packages/desk',
  },
  { name: 'public pages build and weight', command: ['packages/respond/build.mjs'] },
  { name: 'format', command: ['node_modules/@biomejs/biome/bin/biome', 'format', '.'] },
  { name: 'import boundaries', command: ['scripts/checks/boundaries.mjs'] },
  { name: 'sizes', command: ['scripts/checks/sizes.mjs'] },
  { name: 'folders and names', command: ['scripts/checks/folders.mjs'] },
  { name: 'licences', command: ['scripts/checks/licences.mjs'] },
  { name: 'texts', command: ['scripts/checks/catalogues.mjs'] },
  { name: 'links', command: ['scripts/checks/links.mjs'] },
  { name: 'generated pages', command: ['scripts/generate.mjs', '--check'] },
]

function tell({ name, ok, output, seconds }) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(`${output.trimEnd()}\n`)
}

/** The words for vitest to run only what a change touches. */
function changedWords(args) {
  const at = args.indexOf('--changed')
  return at < 0 ? [] : [`--changed=${args[at + 1] ?? 'main'}`, '--passWithNoTests']
}
const changed = changedWords(process.argv)

/** Runs vitest with its output on the terminal; resolves to true if it ended well and in time. */
function runTests() {
  for (const file of [`${ROOT}${REPORT}`, CPU]) rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const child = spawn(process.execPath, [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', ...reporters, ...changed], {
    cwd: ROOT,
    env: { ...process.env, OTKLIK_TEST_CPU: CPU },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: TESTS_TIMEOUT_MS,
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code, signal) => {
      if (signal !== null) console.log(`The tests were stopped after ${TESTS_TIMEOUT_MS / 60_000} minutes.`)
      resolve(code === 0)
    })
  })
}

mkdirSync(`${ROOT}test-results`, { recursive: true })
const checks = await runSteps(CHECKS, { width: Math.min(2, availableParallelism()), done: tell })
const checksOnly = process.argv.includes('--checks')
const yardstick = checksOnly ? 0 : measureYardstick()
const tests = checksOnly ? { passed: 0, failed: 0, skipped: 0 } : countTests(`${ROOT}${REPORT}`, await runTests())
const files = checksOnly ? [] : readFileCpu(CPU)
const tooSlow = overBudget(files, yardstick)
const lost = files.reduce((sum, file) => sum + file.lost, 0)
if (files.length > 0) console.log(cpuReport(files, { whole: cpuSeconds() + lost, yardstick }))
for (const sentence of tooSlow) console.log(sentence)

const failedChecks = checks.filter(({ ok }) => !ok)
const failed = failedChecks.length + tooSlow.length + tests.failed
if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.map(({ name }) => name).join(', ')}`)
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`)
console.log(`${checks.length - failedChecks.length + tests.passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
