import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** What somebody loads who opens a page for the first time, and how many kilobytes of it may come over the wire. */
export interface FirstLoad {
  readonly page: string
  readonly most: number
  /** What is loaded with the entry, below `src`: the screen, its texts, its parts that are loaded at once. */
  readonly modules: readonly string[]
}

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((one) => one.type === 'chunk')

/** Files that a page needs: the chunks of its modules with all that they import at once, and their styles. */
export function filesOf(bundle: Bundle, modules: readonly string[]): Set<string> {
  const chunks = new Map(chunksOf(bundle).map((chunk) => [chunk.fileName, chunk]))
  const holds = (chunk: Chunk) => modules.some((module) => chunk.moduleIds.some((id) => id.endsWith(`/src/${module}`)))
  const files = new Set(chunksOf(bundle).flatMap((chunk) => (chunk.isEntry || holds(chunk) ? [chunk.fileName] : [])))
  // A set that grows while it is gone through is gone through to its end.
  for (const file of files) {
    const chunk = chunks.get(file)
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.viteMetadata?.importedCss ?? [])]) files.add(next)
  }
  return files
}

const contentOf = (file: Bundle[string]): Buffer => Buffer.from(file.type === 'chunk' ? file.code : file.source)
const kilobytes = (bundle: Bundle, files: Iterable<string>): number => {
  const sizes = [...files].map((name) => (bundle[name] ? gzipSync(contentOf(bundle[name])).length : 0))
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** Fails the build when the first load of a page has grown past what it may weigh, compressed. */
export function firstLoads(loads: readonly FirstLoad[]): Plugin {
  return {
    name: 'first-loads',
    writeBundle(_options, bundle) {
      for (const { page, most, modules } of loads) {
        const weight = kilobytes(bundle, filesOf(bundle, modules))
        if (weight > most)
          this.error(`The first load of ${page} weighs ${weight.toFixed(0)} KB compressed, and may weigh ${most} KB.`)
        else this.info(`The first load of ${page} weighs ${weight.toFixed(0)} KB compressed.`)
      }
    },
  }
}

/** Not worth a file of its own below this many bytes. */
const SMALLEST = 1000

/**
 * Puts a file's compressed forms beside it, which the server sends to whoever takes them. They are made of what was
 * written: until then the bundler still fills in the names of what is loaded later.
 */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const { fileName } of Object.values(bundle)) {
        if (!/^assets\/.*\.(js|css|svg)$/.test(fileName)) continue
        const path = join(dir, fileName)
        const content = readFileSync(path)
        if (content.length < SMALLEST) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}
