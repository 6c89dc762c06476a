import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from './root.mjs'

const linux = process.platform === 'linux'
const dir = mkdtempSync(join(tmpdir(), 'otklik-serve-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Instead of the server: notes that it runs, takes a moment to stop in order, and notes that too. */
const SERVER = `
import { writeFileSync } from 'node:fs'
const [command] = process.argv.slice(2)
process.on('SIGTERM', () => setTimeout(() => { writeFileSync('stopped', command); process.exit(0) }, 300))
setInterval(() => {}, 1000)
writeFileSync('started', String(process.pid))
`

/** The files by which the program is started, with a desk that is built and a server that only waits. */
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true })
  for (const path of ['package.json', 'scripts', 'packages/server/bin'])
    cpSync(`${ROOT}${path}`, join(dir, path), { recursive: true })
  for (const path of ['packages/server/src', 'packages/desk/dist']) mkdirSync(join(dir, path), { recursive: true })
  writeFileSync(join(dir, 'packages/server/src/cli.ts'), SERVER)
  writeFileSync(join(dir, 'packages/desk/dist/index.html'), '')
})

const noted = (name) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'utf8') : '')
async function until(holds) {
  while (!holds()) await sleep(20)
}

/** Starts a command in the project and waits until its server runs. */
async function start(...command) {
  const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: dir }
  const child = spawn(command[0], command.slice(1), { cwd: dir, env, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })))
  await until(() => noted('started') !== '')
  return { child, ended }
}

/** The parent of a process. Linux only. */
const above = (pid) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1])

describe.runIf(linux)('npm start', () => {
  test('stopped, ends when its server has ended', async () => {
    const { child, ended } = await start('npm', 'start')
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(noted('stopped')).toBe('serve')
  })

  test('npm killed: the server stops in order', async () => {
    const { child } = await start('npm', 'run', 'demo')
    child.kill('SIGKILL')
    await until(() => noted('stopped') === 'demo')
  })

  test('the launcher killed: the server stops in order', async () => {
    await start('npm', 'run', 'demo')
    process.kill(above(Number(noted('started'))), 'SIGKILL')
    await until(() => noted('stopped') === 'demo')
  })
})

test.runIf(linux)('a launcher that an ordinary shell started outlives it', async () => {
  const launcher = `${process.execPath} scripts/start.mjs`
  const { ended } = await start('sh', '-c', `${launcher} & while [ ! -e started ]; do sleep 0.05; done`)
  await ended
  // Longer than it takes the launcher to notice that who started it is gone.
  await sleep(1200)
  expect(noted('stopped')).toBe('')
  process.kill(Number(noted('started')), 'SIGTERM')
  await until(() => noted('stopped') === 'serve')
})
