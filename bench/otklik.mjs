// Runs otklik's own commands as a user would, with a data folder of the bench.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { watchMemory } from './memory.mjs'

const bin = fileURLToPath(new URL('../packages/server/bin/otklik.mjs', import.meta.url))

/** Runs a command to its end: what it printed, how long it took in ms, the most memory all its processes held. */
export async function otklik(args, data) {
  const env = { ...process.env, OTKLIK_DATA: data }
  const started = Date.now()
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = watchMemory(child.pid)
  let out = ''
  for await (const piece of child.stdout) out += piece
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  const ms = Date.now() - started
  if (code > 1) throw new Error(`otklik ${args.join(' ')} ended with ${code}: ${out.slice(0, 500)}`)
  return { out, ms, memory: stop() }
}

/** Starts a server and waits until it answers. */
export async function serve(data, port) {
  const env = { ...process.env, OTKLIK_DATA: data, PORT: String(port), OTKLIK_LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [bin, 'serve'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(`${url}/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}
