import { isUtf8 } from 'node:buffer'
import type { Entry } from 'yauzl'
import type { FaultReason } from '../faults/fault.ts'

const UTF8_FLAG = 1 << 11
const UNICODE_PATH = 0x7075
const cp866 = new TextDecoder('ibm866')

/** The name with `/` between folders: archivers of Windows have written `\\` for years. */
export const entryName = (entry: Entry): string => writtenName(entry).replaceAll('\\', '/')

/** UTF-8 where the archive says so or the bytes are; otherwise CP866, in which Russian Windows writes ZIP names. */
function writtenName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const unicode = entry.extraFields.find((field) => field.id === UNICODE_PATH)
  if (unicode && unicode.data.length > 5 && unicode.data[0] === 1) return unicode.data.subarray(5).toString('utf8')
  const utf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || isUtf8(raw)
  return utf8 ? raw.toString('utf8') : cp866.decode(raw)
}

/** A name that could lead out of a folder, or be taken for another one by another program. */
export function isUnsafeName(name: string): boolean {
  const odd = name === '' || /[\p{Cc}\uFFFD]/u.test(name) || name.startsWith('/') || /^[A-Za-z]:/.test(name)
  return odd || name.split('/').some((part) => part === '..' || part === '.')
}

const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const STORED = 0
const DEFLATED = 8

/** Why an entry must not be read, or nothing. */
export function entryFault(entry: Entry, name: string): FaultReason | undefined {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  if (isUnsafeName(name)) return 'unsafe_name'
  if (type !== 0 && type !== REGULAR && type !== FOLDER) return 'link'
  if (entry.isEncrypted()) return 'encrypted_entry'
  const { compressionMethod } = entry
  return compressionMethod === STORED || compressionMethod === DEFLATED ? undefined : 'unknown_compression'
}
