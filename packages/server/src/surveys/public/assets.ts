import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Assets } from '@otklik/respond'

/** A file that pages load, as it goes out. */
export interface AssetFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
  readonly gzipped: Buffer
}

/** Where files of pages are served; no campaign may have this code. */
const FOLDER = '/r/assets'

export interface ReadAssets {
  readonly assets: Assets
  readonly files: ReadonlyMap<string, AssetFile>
  /** Undefined: it was not built. */
  readonly widget: AssetFile | undefined
}

/** Style and script by names that change with their content. Where nothing was built, pages do without the script. */
export function readAssets(): ReadAssets {
  const respond = new URL('../', import.meta.resolve('@otklik/respond'))
  const style = fileOf('style', 'css', 'text/css; charset=utf-8', [
    at(respond, 'dist/style.css'),
    at(respond, 'src/style.css'),
  ])
  const script = fileOf('script', 'js', 'text/javascript; charset=utf-8', [at(respond, 'dist/script.js')])
  const widget = fileOf('w', 'js', 'text/javascript; charset=utf-8', [at(respond, 'dist/w.js')])
  const files = [style, script].filter((file) => file !== undefined)
  return {
    assets: {
      style: `${FOLDER}/${style?.name ?? ''}`,
      ...(script && { script: `${FOLDER}/${script.name}` }),
    },
    widget,
    files: new Map(files.map((file) => [file.name, file])),
  }
}

const at = (folder: URL, path: string): string => fileURLToPath(new URL(path, folder))

function fileOf(name: string, ending: string, type: string, places: readonly string[]): AssetFile | undefined {
  const place = places.find((path) => existsSync(path))
  if (place === undefined) return undefined
  const bytes = Buffer.from(withParts(place))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { name: `${name}-${hash}.${ending}`, type, bytes, gzipped: gzipSync(bytes, { level: 9 }) }
}

/** Where nothing was built, the style still stands in parts. */
const withParts = (place: string): string =>
  readFileSync(place, 'utf8').replace(/@import "(.+)";/g, (_, part: string) =>
    readFileSync(join(dirname(place), part), 'utf8'),
  )
