// Run by vitest before each test file: notes the processor time that the file takes, its worker and what that starts
// included, as a line of JSON in the file that OTKLIK_TEST_CPU names.
import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterAll, afterEach, expect } from 'vitest'
import { cpuSeconds } from './cpu.mjs'
import { ROOT } from './root.mjs'

const notes = process.env.OTKLIK_TEST_CPU
if (notes !== undefined) {
  // A worker that runs files one after another has worked before.
  const before = cpuSeconds()
  const pathOf = () => relative(ROOT, expect.getState().testPath ?? '')
  // The time of a browser is lost when it is killed: nobody waits for its processes.
  let most = before
  afterEach(() => {
    if (/^packages\/(desk|respond)\/test\//.test(pathOf())) most = Math.max(most, cpuSeconds())
  })
  // The first to be asked for is the last to run: after the hooks of the file itself.
  afterAll(() => {
    const now = cpuSeconds()
    const lost = Math.max(0, most - now)
    appendFileSync(notes, `${JSON.stringify({ file: pathOf(), seconds: now + lost - before, lost })}\n`)
  })
}
