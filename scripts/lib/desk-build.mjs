import { statSync } from 'node:fs'
import { runChild } from '../../packages/server/bin/launch.mjs'
import { filesUnder } from './files.mjs'
import { ROOT } from './root.mjs'

const BUILT = 'packages/desk/dist/index.html'
const SOURCES = ['packages/desk/src', 'packages/desk/public', 'packages/model/src']
const SINGLE = [
  'packages/desk/index.html',
  'packages/desk/vite.config.ts',
  'packages/desk/package.json',
  'package-lock.json',
]

const changedAt = (path) => statSync(`${ROOT}${path}`, { throwIfNoEntry: false })?.mtimeMs

/** True if there is no built desk, or something it is made from is newer. */
function isStale() {
  const built = changedAt(BUILT)
  const parts = [...SOURCES.flatMap((folder) => filesUnder(folder)), ...SINGLE]
  return built === undefined || parts.some((path) => (changedAt(path) ?? 0) > built)
}

/** Builds the desk into packages/desk/dist where that is needed; ends the process with a sentence if there is none then. */
export async function buildDeskIfNeeded() {
  if (!isStale()) return
  const vite = `${ROOT}node_modules/vite/bin/vite.js`
  // Installed without development packages: what was built elsewhere and brought along is what there is.
  if (changedAt('node_modules/vite/bin/vite.js') === undefined && changedAt(BUILT) !== undefined) return
  console.error('Собирается рабочее место…')
  const { code } = await runChild(process.execPath, [vite, 'build', '--logLevel', 'warn'], `${ROOT}packages/desk`)
  if (code === 0) return
  console.error('Рабочее место не собралось, причина – выше. Если не найден vite, сначала выполните npm ci.')
  process.exit(1)
}
