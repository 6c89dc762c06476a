// npm run demo: builds the desk if it is not built yet, then starts the demo region on http://localhost:8080.
import { spawn } from 'node:child_process'
import { useCarriedNode } from './lib/carried-node.mjs'
import { buildDeskIfNeeded } from './lib/desk-build.mjs'
import { ROOT } from './lib/root.mjs'

useCarriedNode()
buildDeskIfNeeded()

const server = spawn(process.execPath, [`${ROOT}packages/server/bin/otklik.mjs`, 'demo', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
})
// From a terminal the server gets Ctrl+C itself and stops its engines; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}
server.on('exit', (code, signal) => process.exit(signal === null ? code : 1))
