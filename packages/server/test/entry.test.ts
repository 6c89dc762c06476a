import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const entry = fileURLToPath(new URL('../bin/otklik.mjs', import.meta.url))
// A Node older than the program needs, where the machine has one of its own.
const old = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (path) => existsSync(path) && Number(/^v(\d+)/.exec(spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout)?.[1]) < 24,
)

let dir = ''
let copy = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-entry-'))
  copy = join(dir, 'packages/server/bin/otklik.mjs')
  cpSync(dirname(entry), dirname(copy), { recursive: true })
  mkdirSync(join(dir, 'packages/server/src'))
  const cli = [
    'const [what, code]: string[] = process.argv.slice(2)',
    "console.log(process.version.split('.')[0], what)",
    "if (what === 'wait') { process.on('SIGTERM', () => process.exit(7)); console.log('waiting'); setInterval(() => {}, 1000) }",
    'else process.exit(Number(code))',
  ]
  writeFileSync(join(dir, 'packages/server/src/cli.ts'), cli.join('\n'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('a fitting Node runs the program itself and passes arguments and the exit code', () => {
  const { stdout, status } = spawnSync(process.execPath, [copy, 'привет мир', '5'], { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: 'v24 привет мир\n', status: 5 })
})

test('compiled code is kept beside the packages, not in a folder of everybody', () => {
  spawnSync(process.execPath, [copy, 'раз', '0'])
  expect(existsSync(join(dir, 'node_modules/.cache/otklik'))).toBe(true)
})

test.runIf(old)('an older Node without the carried one says what to do', () => {
  const { stderr, status } = spawnSync(old ?? '', [copy], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('Нужен Node.js 24 или новее')
  expect(stderr).toContain('npm ci')
})

test.runIf(old && process.platform === 'linux')('an older Node hands over to the carried one, signals and all', () => {
  const carried = join(dir, `node_modules/node-linux-${process.arch}/bin`)
  mkdirSync(carried, { recursive: true })
  symlinkSync(process.execPath, join(carried, 'node'))
  const { stdout, status } = spawnSync(old ?? '', [copy, 'раз', '3'], { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: 'v24 раз\n', status: 3 })
  const script = `"${old}" "${copy}" wait > "${dir}/out" & p=$!; while ! grep -q waiting "${dir}/out"; do sleep 0.1; done; kill -TERM $p; wait $p; echo $?`
  expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout).toBe('7\n')
})
