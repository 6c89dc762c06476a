import { spawn } from 'node:child_process'
import { ROOT } from './root.mjs'

/**
 * Runs one command of the project (`command` is a Node script and its arguments, from the root) to its end; its
 * output is kept, so that steps side by side don't mix. Resolves to `{ name, ok, output, seconds }`, never rejects.
 */
export function runStep({ name, command, cwd = '', minutes = 5 }) {
  const start = Date.now()
  const [script, ...rest] = command
  const child = spawn(process.execPath, [`${ROOT}${script}`, ...rest], {
    cwd: `${ROOT}${cwd}`,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: minutes * 60_000,
  })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve) => {
    const end = (ok, note = '') =>
      resolve({ name, ok, output: Buffer.concat(chunks) + note, seconds: (Date.now() - start) / 1000 })
    child.on('error', (error) => end(false, error.message))
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `\nstopped after ${minutes} minutes\n`))
  })
}

/** Runs steps, `width` at a time, in their order; tells `done` of each as it ends; resolves to all results. */
export async function runSteps(steps, { width, done }) {
  const waiting = [...steps]
  const results = []
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step)
      results.push(result)
      done(result)
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}
