import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from './usage.ts'

/** Every path must be there; otherwise wrong usage. */
export async function requireThere(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    if (!(await stat(path).catch(() => undefined))) throw new UsageError(`Нет такого файла или папки: ${path}`)
}

/** The path must be of a file that is there; otherwise wrong usage. */
export async function requireFile(path: string): Promise<void> {
  await requireThere([path])
  if ((await stat(path)).isDirectory()) throw new UsageError(`Это папка, а нужен файл: ${path}`)
}

/** Bytes of all files under the paths, for a progress bar. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  let total = 0
  for (const path of paths) {
    const info = await stat(path)
    if (!info.isDirectory()) total += info.size
    else for (const name of await readdir(path)) total += await sizeOf([join(path, name)]).catch(() => 0)
  }
  return total
}
