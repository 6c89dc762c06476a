import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder that somebody has named, and those above it; one that is there is let be. Throws what the system says.
 * Node's own way of making several at once never ends where the system refuses to make a folder in one that exists (/proc).
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, mode)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && dirname(path) !== path && !existsSync(dirname(path))) {
      makeFolder(dirname(path), mode)
      mkdirSync(path, mode)
    } else if (code !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}
