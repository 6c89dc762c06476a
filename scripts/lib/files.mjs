import { readdirSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { ROOT } from './root.mjs'

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'data', 'test-results', 'results', '.git'])

/** Every file under `folder` (relative to the root) whose name `matches`; paths relative to the root, with slashes. */
export function filesUnder(folder, matches = () => true) {
  const start = `${ROOT}${folder}`
  if (statSync(start, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(start, { withFileTypes: true, recursive: false })
    .flatMap((entry) => {
      const path = `${start}/${entry.name}`
      const name = relative(ROOT, path).split(sep).join('/')
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(name, matches)
      return entry.isFile() && matches(name) ? [name] : []
    })
    .sort()
}

/** True for a test, its helpers and its data: what the rules about shipped code leave out. */
export const isTest = (path) => /\.(test|fixture)\.(tsx?|mjs)$/.test(path) || /\/(test|fixtures)\//.test(path)

/** True for the languages the project is written in. */
export const isSource = (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
