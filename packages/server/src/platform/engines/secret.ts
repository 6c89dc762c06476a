import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFolderSync } from '../flush.ts'
import { makeFolder } from '../make-folder.ts'
import { StartError } from '../start-error.ts'

/** 24 random bytes in base64url. */
const FORM = /^[\w-]{32}$/

/** A file that should hold a secret and does not: it can't be read, or is cut, empty or something else. */
export class SecretError extends StartError {
  override readonly name = 'SecretError'
}

/** The secret kept in a file with mode 0600; made at the first call. Throws SecretError. */
export function keptSecret(path: string): string {
  return readSecret(path) ?? makeSecret(path)
}

/** The secret in the file; undefined: there is no such file. Throws SecretError for a file without a secret in it. */
export function readSecret(path: string): string | undefined {
  const text = contentOf(path)?.trim()
  if (text === undefined || FORM.test(text)) return text
  const what = text === '' ? 'он пуст' : `в нём ${text.length} зн. вместо 32 латинских букв, цифр и знаков _ и -`
  throw new SecretError(`Файл ${path} повреждён: ${what}.`)
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return undefined
    throw new SecretError(`Файл ${path} не читается (${code}). Проверьте его владельца и права.`)
  }
}

/** Writes a new secret, on the disk when this returns. Another process may be first: then its secret is the answer. */
export function makeSecret(path: string): string {
  const folder = dirname(path)
  makeFolder(folder)
  const secret = randomBytes(24).toString('base64url')
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, secret, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  for (const named of [folder, dirname(folder)]) flushFolderSync(named)
  return readSecret(path) ?? secret
}
