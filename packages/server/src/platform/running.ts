import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts'

/** What a command needs to talk to the server that runs on the same data directory. */
export interface RunningServer {
  url: string
  pid: number
  /** A bearer token of this run, known only to those who can read the data directory. */
  token: string
  /** Where its engines answer, for commands that work on the stores themselves. */
  engines?: EngineUrls
}

export interface EngineUrls {
  databaseUrl: string
  clickhouseUrl: string
}

const FILE = 'server.json'

/** Writes the running server's file with mode 0600, whole or not at all. Returns what was written. */
export function announceServer(dataDir: string, url: string, engines?: EngineUrls): RunningServer {
  const running: RunningServer = { url, pid: process.pid, token: randomBytes(32).toString('base64url') }
  if (engines) running.engines = { databaseUrl: engines.databaseUrl, clickhouseUrl: engines.clickhouseUrl }
  makeFolder(dataDir)
  const temporary = join(dataDir, `${FILE}.${process.pid}`)
  writeFileSync(temporary, JSON.stringify({ ...running, ...identityOf(process.pid) }), { mode: 0o600 })
  renameSync(temporary, join(dataDir, FILE))
  return running
}

/** Removes the file if it is this process's own. */
export function withdrawServer(dataDir: string): void {
  if (readFile(dataDir)?.pid === process.pid) rmSync(join(dataDir, FILE), { force: true })
}

/** The server running on this data directory, or undefined: no file, or a file left by a killed server. */
export function findServer(dataDir: string): RunningServer | undefined {
  const found = readFile(dataDir)
  if (!found || !isAlive(found)) return undefined
  const { url, pid, token, engines } = found
  return { url, pid, token, ...(engines && { engines }) }
}

function readFile(dataDir: string): (RunningServer & ProcessIdentity) | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
  } catch {
    return undefined
  }
}
