// Makes a small filled installation and keeps it, packed, for the test of upgrades: by the code of a commit, or by this
// working copy. usage: node scripts/keep-installation.mjs [COMMIT]
// It becomes packages/server/test/upgrade/kept/<day of the commit>.tar.zst, beside a JSON of what stands in it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blankWriteAheadLog } from './kept/blank-write-ahead-log.mjs'
import { fillMore } from './kept/fill-more.mjs'
import { packFolder } from './kept/pack-folder.mjs'
import { startDemo } from './kept/start-demo.mjs'
import { treeOf } from './kept/tree-of.mjs'
import { useCarriedNode } from './lib/carried-node.mjs'
import { ROOT } from './lib/root.mjs'

await useCarriedNode()

const KEPT = `${ROOT}packages/server/test/upgrade/kept`
/** A few months of a small region: enough for every kind of record, and small enough for the repository. */
const DEMO = ['--seed', '7', '--requests', '900', '--months', '8']

/** JSON with a field or an indicator to the line. */
function inLines({ indicators, ...rest }) {
  const fields = Object.entries(rest).map(([key, value]) => `"${key}": ${JSON.stringify(value)},\n`)
  return `{\n${fields.join('')}"indicators": [\n${indicators.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}\n`
}

const [commit = 'HEAD'] = process.argv.slice(2)
const workshop = mkdtempSync(join(tmpdir(), 'otklik-keep-'))
let server
try {
  const name = execFileSync('git', ['log', '-1', '--format=%cs', commit], { cwd: ROOT, encoding: 'utf8' }).trim()
  const tree = process.argv.length > 2 ? treeOf(commit, join(workshop, 'tree')) : ROOT
  const dataDir = join(workshop, 'data')
  server = await startDemo(tree, dataDir, DEMO)
  const told = await fillMore(server)
  const indicators = JSON.parse(server.otklik('indicators', '--format', 'json'))
  // A copy counts what stands in every table, by the code that made it.
  server.otklik('backup', join(workshop, 'copy'))
  // Its first line is the checksum of the second.
  const [, body] = readFileSync(join(workshop, 'copy', 'backup.json'), 'utf8').split('\n')
  const copied = JSON.parse(body)
  await server.stop()

  mkdirSync(KEPT, { recursive: true })
  const file = join(KEPT, `${name}.tar.zst`)
  blankWriteAheadLog(join(dataDir, 'postgres'))
  await packFolder(dataDir, file)
  const { records, facts, audit, migrations, schemaSteps } = copied
  const rows = Object.fromEntries([...records, ...facts].map((table) => [table.name, table.rows]))
  const madeBy = execFileSync('git', ['rev-parse', commit], { cwd: ROOT, encoding: 'utf8' }).trim()
  const kept = { commit: madeBy, ...told, audit, rows, migrations, schemaSteps, indicators }
  writeFileSync(join(KEPT, `${name}.json`), inLines(kept))
  console.log(`${file}: ${(statSync(file).size / 2 ** 20).toFixed(1)} MiB`)
  const empty = Object.keys(rows).filter((table) => rows[table] === 0)
  if (empty.length > 0) console.log(`Tables without rows: ${empty.join(', ')}`)
} finally {
  await server?.stop()
  rmSync(workshop, { recursive: true, force: true })
}
