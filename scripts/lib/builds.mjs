import { statSync } from 'node:fs'
import { runChild } from '../../packages/server/bin/launch.mjs'
import { filesUnder } from './files.mjs'
import { ROOT } from './root.mjs'

const VITE = 'node_modules/vite/bin/vite.js'

/** What is built before the server starts, and what it is made from. */
const BUILDS = [
  {
    says: 'Собирается рабочее место…',
    failed: 'Рабочее место не собралось, причина – выше. Если не найден vite, сначала выполните npm ci.',
    built: 'packages/desk/dist/index.html',
    sources: ['packages/desk/src', 'packages/desk/public', 'packages/model/src'],
    single: [
      'packages/desk/index.html',
      'packages/desk/vite.config.ts',
      'packages/desk/first-load.ts',
      'packages/desk/package.json',
    ],
    command: [`${ROOT}${VITE}`, 'build', '--logLevel', 'warn'],
    cwd: `${ROOT}packages/desk`,
    needed: true,
  },
  {
    says: 'Собираются страницы для граждан…',
    failed: 'Сценарий страниц для граждан не собрался, причина – выше. Страницы работают и без него.',
    built: 'packages/respond/dist/script.js',
    sources: ['packages/respond/src', 'packages/model/src/questionnaires'],
    single: ['packages/respond/build.mjs', 'packages/respond/vite.config.ts', 'packages/respond/package.json'],
    command: [`${ROOT}packages/respond/build.mjs`],
    cwd: `${ROOT}packages/respond`,
    needed: false,
  },
]

const changedAt = (path) => statSync(`${ROOT}${path}`, { throwIfNoEntry: false })?.mtimeMs

/** True if nothing is built yet, or something it is made from is newer. */
function isStale({ built, sources, single }) {
  const at = changedAt(built)
  const parts = [...sources.flatMap((folder) => filesUnder(folder)), ...single, 'package-lock.json']
  return at === undefined || parts.some((path) => (changedAt(path) ?? 0) > at)
}

/** Builds what the server shows where that is needed; ends the process with a sentence where it can't do without. */
export async function buildWhatIsStale() {
  for (const one of BUILDS) if (isStale(one) && !isBroughtAlong(one)) await build(one)
}

// Installed without development packages: what was built elsewhere and brought along is what there is.
const isBroughtAlong = ({ built, needed }) =>
  changedAt(VITE) === undefined && (!needed || changedAt(built) !== undefined)

async function build({ says, failed, command, cwd, needed }) {
  console.error(says)
  const { code } = await runChild(process.execPath, command, cwd)
  if (code === 0) return
  console.error(failed)
  if (needed) process.exit(1)
}
