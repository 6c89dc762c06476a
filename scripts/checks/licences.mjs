// Everything that is shipped must be free to use, change and pass on under terms like the project's own.
import { existsSync, readFileSync } from 'node:fs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'

const PERMISSIVE = new Set(
  '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 CC0-1.0 ISC MIT MIT-0 MIT/X11 OFL-1.1 PostgreSQL Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
)

/** Packages whose terms are not on the list, each with the reason why it may be installed. */
const EXCUSED = {
  'axe-core': 'MPL-2.0; checks accessibility in the browser tests, is used as it is and never shipped',
  '@axe-core/playwright': 'MPL-2.0; puts axe-core into the test browser, is used as it is and never shipped',
  lightningcss: 'MPL-2.0; makes style sheets smaller during the build, is used as it is and never shipped',
  buffers: 'the published package states no licence; exceljs loads it to read workbooks, which the project never does',
}

/** True if an SPDX expression leaves at least one choice made of permissive licences only. */
export function isPermissive(expression) {
  const bare = expression.replaceAll(/[()]/g, ' ')
  return bare.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((id) => PERMISSIVE.has(id.trim())))
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The installed packages: `{ name, version, licence, development }`. */
function installed() {
  const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .filter(([path]) => existsSync(`${ROOT}${path}/package.json`))
    .map(([path, entry]) => ({ ...read(path), development: entry.dev === true || entry.devOptional === true }))
}

function read(path) {
  const { version, license, licenses } = JSON.parse(readFileSync(`${ROOT}${path}/package.json`, 'utf8'))
  const name = nameOf(path)
  const stated = license ?? licenses?.map((one) => one.type ?? one).join(' OR ')
  return { name, version, licence: stated?.type ?? stated ?? 'none stated' }
}

// A native package brings one package per platform: lightningcss-linux-x64-gnu.
const isExcused = ({ name }) =>
  Object.keys(EXCUSED).some((listed) => name === listed || name.startsWith(`${listed}-linux`))

export function check() {
  const packages = installed()
  const bad = packages.filter((one) => !isPermissive(one.licence) && !isExcused(one))
  return {
    problems: bad.map(
      ({ name, version, licence, development }) =>
        `${name} ${version}: ${licence}${development ? ' (development only)' : ''}`,
    ),
    summary: `Licences: ${packages.length} installed packages, ${packages.filter((one) => !one.development).length} of them shipped.`,
  }
}

await runWhenStarted(import.meta.url, check)
