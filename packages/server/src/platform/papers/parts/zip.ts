import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** A file within an office document. */
export interface Part {
  readonly path: string
  readonly content: Buffer
}

/** The first day that a ZIP can name: every part bears it. */
const FIRST_DAY = new Date(1980, 0, 1)

export async function readParts(archive: Uint8Array): Promise<Part[]> {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true })
  const parts: Part[] = []
  for await (const entry of zip.eachEntry())
    parts.push({ path: entry.fileName, content: await buffer(await zip.openReadStreamPromise(entry)) })
  return parts
}

export async function writeParts(parts: readonly Part[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { path, content } of parts)
    zip.addBuffer(content, path, { mtime: FIRST_DAY, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}
