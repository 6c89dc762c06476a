import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EngineError } from '../errors.ts'
import type { Binaries } from './binaries.ts'

/** PostgreSQL refuses to run as root, so root hands it to the system's powerless user. */
const NOBODY = 65_534

/** How the engine's processes are started and who owns their files. */
export interface Account {
  name: 'same user' | 'nobody' | 'own namespace'
  /** Goes before the command. */
  prefix: readonly string[]
  /** The owner of the data folder; undefined: whoever made it. */
  owner: number | undefined
}

/**
 * Chooses the way: an ordinary user runs PostgreSQL itself; root gives it to nobody; where nobody may not enter the
 * folders (a project or data under a folder closed to others), it runs in a user namespace where root is called nobody.
 * The kernel sends SIGINT, PostgreSQL's fast shutdown, when the parent dies.
 */
export function chooseAccount(binaries: Binaries, dataDir: string): Account {
  const setpriv = findTool('setpriv')
  const dying = setpriv ? [setpriv, '--pdeathsig=INT', '--'] : []
  if (process.getuid?.() !== 0) return { name: 'same user', prefix: dying, owner: undefined }
  const unshare = findTool('unshare')
  const candidates: Account[] = []
  if (setpriv) {
    const prefix = [setpriv, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--pdeathsig=INT', '--']
    candidates.push({ name: 'nobody', prefix, owner: NOBODY })
  }
  if (unshare) {
    const prefix = [unshare, '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', ...dying]
    candidates.push({ name: 'own namespace', prefix, owner: 0 })
  }
  mkdirSync(dataDir, { recursive: true })
  const fit = candidates.find((account) => works(account, binaries, dataDir))
  if (fit) return fit
  throw new EngineError(
    'Встроенный PostgreSQL не запускается от имени root, и сменить пользователя не удалось. Запустите сервер от имени обычного пользователя или укажите внешний PostgreSQL в DATABASE_URL.',
  )
}

/** Whether the account can run the program and write into the folder, found out by doing it. */
function works(account: Account, binaries: Binaries, dataDir: string): boolean {
  const probe = join(dataDir, '.probe')
  mkdirSync(probe, { recursive: true })
  giveTo(account, probe)
  const [command, ...args] = [
    ...account.prefix,
    '/bin/sh',
    '-c',
    'touch "$1/probe" && rm "$1/probe" && "$2" --version && "$3" --version',
  ]
  const result = spawnSync(command, [...args, 'sh', probe, binaries.postgres, binaries.initdb], {
    stdio: 'ignore',
    env: {},
  })
  spawnSync('rm', ['-rf', probe])
  return result.status === 0
}

/** Makes the account the owner of a folder and all in it. */
export function giveTo(account: Account, path: string): void {
  const { owner } = account
  if (owner === undefined) return
  const own = (entry: string): void => {
    const stat = lstatSync(entry)
    if (stat.isSymbolicLink()) return
    if (stat.uid !== owner) chownSync(entry, owner, owner)
    if (stat.isDirectory()) for (const name of readdirSync(entry)) own(join(entry, name))
  }
  own(path)
}

function findTool(name: string): string | undefined {
  return ['/usr/bin', '/bin', '/usr/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path))
}
