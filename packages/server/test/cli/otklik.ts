import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../bin/otklik.mjs', import.meta.url))
const start = (args: readonly string[], dataDir: string, more: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH, OTKLIK_DATA: dataDir, PORT: '0', OTKLIK_LOG_LEVEL: 'fatal', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command as a person would, but in a pipe, over a data folder of its own. */
export const otklik = (dataDir: string, ...args: string[]): Promise<Ran> => ended(start(args, dataDir))

/** The same with further settings: engines that run already, say. */
export const otklikWith = (settings: Readonly<Record<string, string>>, dataDir: string, ...args: string[]) =>
  ended(start(args, dataDir, settings))

async function ended(child: ChildProcess): Promise<Ran> {
  const status = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [stdout, stderr] = await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : '')),
  )
  return { status: await status, stdout: stdout ?? '', stderr: stderr ?? '' }
}

/** `otklik serve` over the folder, ready for commands. */
export async function serveOn(dataDir: string): Promise<{ said: () => string; stop(): Promise<number | null> }> {
  const child = start(['serve'], dataDir)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (said += piece))
  while (!existsSync(join(dataDir, 'server.json')) || !said.includes('работает')) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    await sleep(50)
  }
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { said: () => said, stop }
}
