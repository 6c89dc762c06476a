import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { exportDay, type ExportRequest } from './exporting.ts'

/** What was accepted for a day, packed on the way out. The folder it was written to goes when the stream ends. */
export async function zipDay(
  parts: { db: Db; ch: ClickHouse },
  request: Omit<ExportRequest, 'out'>,
): Promise<Readable> {
  const out = await mkdtemp(join(tmpdir(), 'otklik-export-'))
  const drop = () => void rm(out, { recursive: true, force: true })
  try {
    const { files } = await exportDay(parts, { ...request, out })
    const zip = new ZipFile()
    for (const name of [...files.map((file) => file.name), 'manifest.json']) zip.addFile(join(out, name), name)
    zip.end()
    // yazl types its output by the older interface; it is a Readable.
    const stream = zip.outputStream as Readable
    return stream.once('close', drop)
  } catch (error) {
    drop()
    throw error
  }
}
