// Runs otklik's own commands as a user would, with a data folder of the bench.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { watchMemory } from './memory.mjs'

const bin = fileURLToPath(new URL('../packages/server/bin/otklik.mjs', import.meta.url))

/** Runs a command to its end: what it printed, how long it took in ms. */
export const otklik = (args, data) => run(args, data)

/** The same, and the most memory all its processes held. Being watched takes a large import a tenth more time. */
export async function watched(args, data) {
  let stop
  const done = await run(args, data, (pid) => {
    stop = watchMemory(pid)
  })
  return { ...done, memory: stop() }
}

async function run(args, data, born) {
  const env = { ...process.env, OTKLIK_DATA: data }
  const started = Date.now()
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  born?.(child.pid)
  let out = ''
  for await (const piece of child.stdout) out += piece
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  const ms = Date.now() - started
  if (code > 1) throw new Error(`otklik ${args.join(' ')} ended with ${code}: ${out.slice(0, 500)}`)
  return { out, ms }
}

/** Starts a server on a free port and waits until it answers. `stop` ends it. */
export async function serve(data) {
  rmSync(join(data, 'server.json'), { force: true })
  const env = { ...process.env, OTKLIK_DATA: data, PORT: '0', OTKLIK_LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [bin, 'serve'], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let tries = 0; tries < 300; tries++) {
    const server = readServer(data)
    const ready =
      server &&
      (await fetch(`${server.url}/ready`).then(
        (answer) => answer.ok,
        () => false,
      ))
    if (ready) return { ...server, stop: () => child.kill('SIGTERM') && ended }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error('the server does not answer')
}

function readServer(data) {
  const file = join(data, 'server.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
