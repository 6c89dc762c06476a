// Who may import whom. The rules are those of docs/ARCHITECTURE.md; tests are left out, they may open any door.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'
import { ROOT } from '../lib/root.mjs'
import { importsOf } from '../lib/syntax.mjs'

const SERVER = 'packages/server/src'
/** A folder with a `module.ts` is a context, but for the platform, which says there what a module is. */
const CONTEXTS = new Set(
  readdirSync(`${ROOT}${SERVER}`).filter(
    (folder) => folder !== 'platform' && existsSync(`${ROOT}${SERVER}/${folder}/module.ts`),
  ),
)
function context(path) {
  const folder = new RegExp(`^${SERVER}/([^/]+)/`).exec(path)?.[1]
  return folder !== undefined && CONTEXTS.has(folder) ? folder : undefined
}
const packageOf = (path) => /^packages\/([^/]+)\//.exec(path)?.[1]
const isWiring = (path) => /\/server\/src\/(compose|installation|modules|schema|sealed)\.ts$/.test(path)
// What a context brings, its commands, backups and the demonstration stand above the contexts, as the server itself does;
// a command loads no more than it needs.
const isAbove = (path) =>
  isWiring(path) ||
  /\/server\/src\/((main|cli)\.ts|(cli|backup|demo)\/)/.test(path) ||
  (context(path) !== undefined && /\/src\/[^/]+\/(module\.ts$|commands\/)/.test(path))
const isConfig = (path) => /^packages\/[^/]+\/[^/]+\.(ts|mjs)$/.test(path)
const isForRespond = (specifier) => /^(@otklik\/model\/|node:(crypto|zlib)$)/.test(specifier)
const isBrowserScript = (path) => path.startsWith('packages/respond/src/browser/')
const isLight = (specifier) => specifier === '@otklik/model/questionnaires/answering'

/**
 * Every rule: `broken({ from, to, specifier })` with `from` and `to` as paths from the root; `to` is
 * undefined for a module of npm or of Node.
 */
const RULES = [
  {
    says: 'model imports nobody but the type library, and does no input or output',
    broken: ({ from, to, specifier }) =>
      packageOf(from) === 'model' && (to === undefined ? !/^typebox($|\/)/.test(specifier) : packageOf(to) !== 'model'),
  },
  {
    says: 'desk imports only @otklik/model and npm',
    broken: ({ from, to, specifier }) =>
      packageOf(from) === 'desk' &&
      (to === undefined ? /^(node:|@otklik\/(?!model\/))/.test(specifier) : packageOf(to) !== 'desk'),
  },
  {
    says: 'respond imports only @otklik/model and ways of writing bytes; its script nothing of Node, and of the model what is light',
    broken: ({ from, to, specifier, typeOnly }) =>
      packageOf(from) === 'respond' &&
      (to === undefined
        ? !isForRespond(specifier) || (isBrowserScript(from) && !typeOnly && !isLight(specifier))
        : packageOf(to) !== 'respond' || (isBrowserScript(from) && !typeOnly && !isBrowserScript(to))),
  },
  {
    says: 'server imports another package by its name, @otklik/model or @otklik/respond, only',
    broken: ({ from, to, specifier }) =>
      packageOf(from) === 'server' &&
      (to === undefined ? /^@otklik\/(?!model\/|respond$)/.test(specifier) : packageOf(to) !== 'server'),
  },
  {
    says: 'a context is imported only through its index.ts',
    broken: ({ from, to }) =>
      to !== undefined &&
      context(to) !== undefined &&
      context(to) !== context(from) &&
      !isAbove(from) &&
      to !== `${SERVER}/${context(to)}/index.ts`,
  },
  {
    says: 'nothing imports the wiring and the commands but what stands above the contexts',
    broken: ({ from, to }) => packageOf(from) === 'server' && to !== undefined && isAbove(to) && !isAbove(from),
  },
  {
    says: 'platform imports no context',
    broken: ({ from, to }) => from.startsWith(`${SERVER}/platform/`) && to !== undefined && context(to) !== undefined,
  },
]

/** The sentences of all rules that one import breaks. */
export const brokenRules = (edge) => RULES.filter((rule) => rule.broken(edge)).map((rule) => rule.says)

/** What keeps a specifier from being found: no such file, or a package that its package.json does not name. */
function unresolved({ from, to, specifier }, declared) {
  if (to !== undefined) return existsSync(`${ROOT}${to}`) ? [] : ['no such file']
  if (specifier.startsWith('node:')) return []
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return declared.has(name) ? [] : [`${name} is not among the dependencies in packages/${packageOf(from)}/package.json`]
}

/** Names that the shipped code of a package may import (its build configuration may use development packages too). */
function declaredIn(path) {
  const {
    dependencies = {},
    optionalDependencies = {},
    devDependencies = {},
  } = JSON.parse(readFileSync(`${ROOT}packages/${packageOf(path)}/package.json`, 'utf8'))
  return new Set(Object.keys({ ...dependencies, ...optionalDependencies, ...(isConfig(path) ? devDependencies : {}) }))
}

function problemsOf(path) {
  const declared = declaredIn(path)
  return importsOf(path, readFileSync(`${ROOT}${path}`, 'utf8')).flatMap(({ specifier, line, typeOnly }) => {
    const file = specifier.split('?')[0]
    const to = file.startsWith('.') ? posix.join(posix.dirname(path), file) : undefined
    const edge = { from: path, to, specifier: file, typeOnly }
    // A type can come from the types of a package that is there for others at run time.
    const missing = typeOnly ? [] : unresolved(edge, declared)
    const broken = isConfig(path) ? [] : brokenRules(edge)
    return [...broken, ...missing].map((says) => `${path}:${line} imports ${specifier}: ${says}`)
  })
}

export function check() {
  const files = filesUnder('packages', (path) => isSource(path) && !isTest(path) && packageOf(path) !== undefined)
  return { problems: files.flatMap(problemsOf), summary: `Import boundaries: ${files.length} files read.` }
}

await runWhenStarted(import.meta.url, check)
