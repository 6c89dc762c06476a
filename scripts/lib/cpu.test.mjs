import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { budgetOf, overBudget } from './budgets.mjs'
import { cpuReport } from './cpu-report.mjs'
import { cpuSeconds, yardstick } from './cpu.mjs'

test.runIf(existsSync('/proc/self/stat'))('the processor time of a child that has ended counts as its parent’s', () => {
  const before = cpuSeconds()
  spawnSync(process.execPath, ['-e', 'for (const end = Date.now() + 400; Date.now() < end; );'])
  expect(cpuSeconds() - before).toBeGreaterThan(0.05)
})

test('the yardstick takes processor time', () => expect(yardstick()).toBeGreaterThan(0.05))

test('a file over its budget is named, one within it is not', () => {
  const file = 'packages/model/src/x.test.ts'
  const [within, over] = [budgetOf(file) * 2, budgetOf(file) * 2 + 1]
  expect(overBudget([{ file, seconds: within }], 2)).toEqual([])
  expect(overBudget([{ file, seconds: over }], 2)).toEqual([expect.stringContaining(file)])
})

test('the report has the whole and twenty files', () => {
  const files = Array.from({ length: 25 }, (_, at) => ({ file: `f${at}`, seconds: 25 - at }))
  const lines = cpuReport(files, { whole: 300, yardstick: 0.9 }).split('\n')
  expect(lines).toHaveLength(21)
  expect(lines.slice(0, 2)).toEqual([expect.stringContaining('300 s'), '    25.0 s f0'])
})
