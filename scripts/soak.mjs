// npm run soak: the tests that kill processes at random moments, for more rounds than the ordinary suite has time for.
// OTKLIK_TEST_KILLS says how many kills each of them does (100 by default).
import { spawn } from 'node:child_process'
import { useCarriedNode } from './lib/carried-node.mjs'
import { ROOT } from './lib/root.mjs'

await useCarriedNode()

const kills = process.env.OTKLIK_TEST_KILLS ?? '100'
if (!/^[1-9]\d*$/.test(kills)) {
  console.error(`OTKLIK_TEST_KILLS must be a whole number from 1, for example 500; it is "${kills}".`)
  process.exit(2)
}

// The tests that take part have one of these words in the names of their files.
const files = ['survival', 'kill']
const vitest = [
  `${ROOT}node_modules/vitest/vitest.mjs`,
  'run',
  '--project=integration',
  '--testTimeout=36000000',
  ...files,
]
const tests = spawn(process.execPath, vitest, {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, OTKLIK_TEST_KILLS: kills },
})
tests.on('exit', (code) => process.exit(code ?? 1))
