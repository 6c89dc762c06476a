import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EngineError } from '../errors.ts'
import { type Account, giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'

export const SUPERUSER = 'otklik'

/** Makes the cluster's files in `dir` unless they are there. It appears whole: an interrupted start leaves nothing to trip over. */
export async function ensureCluster(
  binaries: Binaries,
  account: Account,
  dir: string,
  password: string,
): Promise<void> {
  if (existsSync(join(dir, 'PG_VERSION'))) {
    giveTo(account, dir)
    return
  }
  const workshop = `${dir}.new`
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true, mode: 0o700 })
  const passwordFile = join(workshop, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(account, workshop)
  try {
    await initdb(binaries, account, join(workshop, 'cluster'), passwordFile)
    // The folder itself may hold nothing of value here: without PG_VERSION it is not a cluster.
    rmSync(dir, { recursive: true, force: true })
    renameSync(join(workshop, 'cluster'), dir)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

async function initdb(binaries: Binaries, account: Account, dir: string, passwordFile: string): Promise<void> {
  const options = [
    `--pgdata=${dir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=ru',
    '--text-search-config=russian',
    '--no-instructions',
  ]
  const [command = '', ...args] = [...account.prefix, binaries.initdb, ...options]
  const child = spawn(command, args, { env: engineEnv(), cwd: dirname(dir), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  throw new EngineError(
    `Не удалось подготовить каталог PostgreSQL ${dir}. Проверьте место на диске и права. (${said.trim().slice(-500)})`,
  )
}

/** Nothing of the server's environment, where secrets may be, goes to the engine. */
export function engineEnv(): Record<string, string> {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
