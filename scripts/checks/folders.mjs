// Names in kebab case, and folders that fit on a screen: a folder of many files is several things.
import { posix } from 'node:path'
import { useCarriedNode } from '../lib/carried-node.mjs'
import { filesUnder, isSource, isTest } from '../lib/files.mjs'
import { runWhenStarted } from '../lib/report.mjs'

const LIMIT = 24
const PLACES = ['packages', 'scripts', 'bench']
/** `audit-list.unit.test.ts`: words of small letters and figures between hyphens, then the endings. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** The parts of a path that are not in kebab case. */
export const oddNames = (path) => path.split('/').filter((name) => !KEBAB.test(name))

/** The folders with too many files of source, tests and their helpers left out: `{ folder, files }`. */
export function crowded(paths) {
  const counts = Map.groupBy(
    paths.filter((path) => isSource(path) && !isTest(path)),
    (path) => posix.dirname(path),
  )
  return [...counts].map(([folder, files]) => ({ folder, files: files.length })).filter(({ files }) => files > LIMIT)
}

export async function check() {
  await useCarriedNode()
  const paths = PLACES.flatMap((place) => filesUnder(place))
  return {
    problems: [
      ...paths.flatMap((path) => oddNames(path).map((name) => `${path}: ${name} is not in kebab case`)),
      ...crowded(paths).map(({ folder, files }) => `${folder}: ${files} files of source, at most ${LIMIT}`),
    ],
    summary: `Folders and names: ${paths.length} files.`,
  }
}

await runWhenStarted(import.meta.url, check)
