// npm run soak: the tests that kill processes at random moments, for longer than the ordinary suite has time for.
// SOAK_MINUTES says how long (10 by default); the seed that vitest prints repeats a failing round.
import { spawn } from 'node:child_process'
import { useCarriedNode } from './lib/carried-node.mjs'
import { ROOT } from './lib/root.mjs'

useCarriedNode()

const minutes = process.env.SOAK_MINUTES ?? '10'
if (!/^[1-9]\d*$/.test(minutes)) {
  console.error(`SOAK_MINUTES must be a whole number of minutes, for example 30; it is "${minutes}".`)
  process.exit(2)
}

const tests = spawn(
  process.execPath,
  [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', '--project', 'integration', 'soak'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, SOAK_MINUTES: minutes },
  },
)
tests.on('exit', (code) => process.exit(code ?? 1))
