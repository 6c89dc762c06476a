#!/usr/bin/env node
// Plain JavaScript that any Node understands: it finds the Node the program needs and hands over to src/cli.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])
const { enableCompileCache } = nodeModule
const entry = new URL('../src/cli.ts', import.meta.url)

if (major >= NEEDED) {
  // Types are stripped and code is compiled once, then read from a cache. It lies with the code, and not in a folder that anybody
  // may write into: what is read from it is run. Where this account can't write there, it does without.
  enableCompileCache?.(fileURLToPath(new URL('../../../node_modules/.cache/otklik', import.meta.url)))
  // Bytes of uploads count as part of the heap. Counted for themselves, they had the whole heap searched 38 times while 590 MB
  // came in, which took a sixth of the time. Named so in the Node that is carried.
  if (major === NEEDED) setFlagsFromString('--external-memory-accounted-in-global-limit')
  await import(entry.href)
} else {
  const node = carriedNode(dirname(fileURLToPath(import.meta.url)))
  if (node) handOver(node)
  else complain()
}

/** The Node installed with the project's packages: node_modules/node-<system>-<processor>, here or in a folder above. */
function carriedNode(folder) {
  const name = { linux: `node-linux-${process.arch}`, win32: `node-win-${process.arch}` }[process.platform]
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let at = folder; name; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'bin', binary)
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
  return undefined
}

function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // From a terminal the child gets Ctrl+C itself; a signal sent to this process alone must be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', complain)
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function complain() {
  process.stderr.write(
    `Нужен Node.js ${NEEDED} или новее, а запущен ${process.version}. Выполните npm ci с необязательными зависимостями ` +
      `(без --omit=optional): Node.js ${NEEDED} ставится вместе с проектом, – или установите его сами с nodejs.org.\n`,
  )
  process.exit(1)
}
