import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = 8192
const SEGMENT = 16 * 2 ** 20
/** Where `pg_control` keeps the place of the last checkpoint, and the timeline of the log. */
const CHECKPOINT = 32
const TIMELINE = 48

/**
 * Overwrites with zeros what a PostgreSQL server that was stopped in order no longer reads of its write-ahead log:
 * everything before the page of the last checkpoint but the first page, which names the segment. Zeros pack to nothing.
 */
export function blankWriteAheadLog(cluster) {
  const control = readFileSync(join(cluster, 'global/pg_control'))
  const checkpoint = control.readBigUInt64LE(CHECKPOINT)
  const segment = checkpoint / BigInt(SEGMENT)
  const hex = (number) => Number(number).toString(16).toUpperCase().padStart(8, '0')
  const current = hex(control.readUInt32LE(TIMELINE)) + hex(segment / 256n) + hex(segment % 256n)

  const log = join(cluster, 'pg_wal')
  for (const name of readdirSync(log)) if (/^[0-9A-F]{24}$/.test(name) && name !== current) rmSync(join(log, name))
  const file = openSync(join(log, current), 'r+')
  const length = Math.floor(Number(checkpoint % BigInt(SEGMENT)) / PAGE) * PAGE - PAGE
  if (length > 0) writeSync(file, Buffer.alloc(length), 0, length, PAGE)
  closeSync(file)
}
