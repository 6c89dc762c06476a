import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

// README's own commands, read out of it and run in the checkout as they stand there.
const root = fileURLToPath(new URL('../../../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```\n(.*?)^```/gms)].map(([, lines = '']) => lines.trimEnd().split('\n'))

const folder = mkdtempSync(join(tmpdir(), 'otklik-readme-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: string, env: Readonly<Record<string, string>> = {}): ChildProcess {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`
  const [program = '', ...args] = command.split(' ')
  return spawn(program, args, {
    cwd: root,
    env: { PATH: path, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function ended(child: ChildProcess): Promise<{ status: number | null; stdout: string }> {
  const status = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.stderr?.resume()
  return { stdout: child.stdout ? await text(child.stdout) : '', status: await status }
}

test('the first start shows the desk and a link for the first administrator, and stops whole', async () => {
  const [, command = ''] = /`(npm start)` opens an empty installation in `\.\/data`/.exec(readme) ?? []
  const data = join(folder, 'data')
  const child = run(command, { OTKLIK_DATA: data, PORT: '0', OTKLIK_LOG_LEVEL: 'fatal' })
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  child.stdout?.resume()
  child.stderr?.on('data', (piece) => (said += piece))
  const link = () => /^http\S+#\S+$/m.exec(said)?.[0]
  while (!link() && child.exitCode === null) await sleep(50)
  const [server = ''] = /http:\/\/localhost:\d+|http:\/\/127\S+/.exec(said) ?? []
  for (const page of [server, link() ?? '']) {
    const answer = await fetch(page)
    const html = await answer.text()
    expect([answer.status, html]).toEqual([200, expect.stringContaining('<div id="root">')])
    const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? []
    expect((await fetch(new URL(script, server))).status, script).toBe(200)
  }
  const asked = Date.now()
  child.kill('SIGTERM')
  expect(await end).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
  expect(['lock', 'server.json', 'postgres/postmaster.pid'].filter((name) => existsSync(join(data, name)))).toEqual([])
})

test('what needs no server works at once', async () => {
  const commands = blocks.find((lines) => lines.some((line) => line.startsWith('npx otklik check'))) ?? []
  expect(commands.length).toBeGreaterThan(1)
  for (const command of commands) {
    const { status, stdout } = await ended(run(command))
    // 1: the example has rows to be set aside.
    expect([0, 1], command).toContain(status)
    expect(stdout, command).toMatch(/\S/)
  }
})
