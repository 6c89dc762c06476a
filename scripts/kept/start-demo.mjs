import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Starts the demonstration of a tree of files on a new data directory, and waits until it is filled. */
export async function startDemo(tree, dataDir, options) {
  const entry = join(tree, 'packages/server/bin/otklik.mjs')
  const env = { ...process.env, OTKLIK_DATA: dataDir, PORT: '0' }
  const child = spawn(process.execPath, [entry, 'demo', ...options], { env, stdio: ['ignore', 'inherit', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  const filled = new Promise((resolve) => {
    child.stderr.on('data', (piece) => {
      said += piece
      if (said.includes('Принято пакетов')) resolve()
    })
  })
  await Promise.race([
    filled,
    ended.then((code) => {
      throw new Error(`the demonstration ended with ${code}: ${said}`)
    }),
  ])
  const { url, token } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8'))
  return {
    url,
    token,
    otklik: (...args) => execFileSync(process.execPath, [entry, ...args], { env, encoding: 'utf8' }),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
