import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive } from '../../src/platform/process-identity.ts'
import { askBoth, exited, startHost, stopHost } from './hosted.ts'

const ALL_WELL = 'ёж ель жук 45'
const root = process.getuid?.() === 0
const linux = process.platform === 'linux'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-accounts-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const owner = (path: string): number => statSync(path).uid

test('both engines start on an empty folder, keep their passwords closed, and start again on it', async () => {
  chmodSync(dir, 0o755)
  const data = join(dir, 'data')
  for (let round = 0; round < 2; round++) {
    const hosted = await startHost(data)
    expect(await askBoth(hosted)).toBe(ALL_WELL)
    await stopHost(hosted)
    expect(isAlive({ pid: hosted.pids.postgres, started: '' })).toBe(false)
    expect(isAlive({ pid: hosted.pids.clickhouse, started: '' })).toBe(false)
  }
  for (const file of ['postgres.password', 'clickhouse/password'])
    expect(statSync(join(data, file)).mode & 0o777).toBe(0o600)
  if (root) expect(owner(join(data, 'postgres'))).toBe(65_534)
})

test.runIf(root && linux)('root with data under a folder closed to others', async () => {
  chmodSync(dir, 0o700)
  const hosted = await startHost(join(dir, 'data'))
  expect(await askBoth(hosted)).toBe(ALL_WELL)
  expect(owner(join(dir, 'data/postgres'))).toBe(0)
  await stopHost(hosted)
})

test.runIf(root && linux)('data moved from an open folder under a closed one and back', async () => {
  for (const mode of [0o755, 0o700, 0o755]) {
    chmodSync(dir, mode)
    const hosted = await startHost(join(dir, 'data'))
    expect(await askBoth(hosted)).toBe(ALL_WELL)
    await stopHost(hosted)
  }
})

test.runIf(root && linux)('an ordinary user', async () => {
  const data = join(dir, 'data')
  mkdirSync(data)
  chmodSync(dir, 0o755)
  chownSync(data, 33, 33)
  const hosted = await startHost(data, ['setpriv', '--reuid=33', '--regid=33', '--clear-groups'])
  expect(await askBoth(hosted)).toBe(ALL_WELL)
  expect(owner(`/proc/${hosted.pids.postgres}`)).toBe(33)
  await stopHost(hosted)
})

test.runIf(linux).each(['open', 'closed'])('both engines die with a killed server whose folder is %s', async (kind) => {
  chmodSync(dir, kind === 'open' ? 0o755 : 0o700)
  const hosted = await startHost(join(dir, 'data'))
  hosted.process.kill('SIGKILL')
  await exited(hosted.process)
  const alive = () => Object.values(hosted.pids).filter((pid) => isAlive({ pid, started: '' }))
  for (let tries = 0; tries < 100 && alive().length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(alive()).toEqual([])
  const again = await startHost(join(dir, 'data'))
  expect(await askBoth(again)).toBe(ALL_WELL)
  await stopHost(again)
})

test('a second server on the same folder is refused with a sentence', async () => {
  const hosted = await startHost(join(dir, 'data'))
  await expect(startHost(join(dir, 'data'))).rejects.toThrow(/занят процессом \d+\. Остановите его/)
  expect(await askBoth(hosted)).toBe(ALL_WELL)
  await stopHost(hosted)
})

test('passwords are not on the command lines', async () => {
  const hosted = await startHost(join(dir, 'data'))
  for (const [pid, url] of [
    [hosted.pids.postgres, hosted.databaseUrl],
    [hosted.pids.clickhouse, hosted.clickhouseUrl],
  ] as const) {
    const { password } = new URL(url)
    if (linux) expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(password)
    expect(password.length).toBeGreaterThan(24)
  }
  await stopHost(hosted)
})
