import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { packedAs } from '@otklik/model/exchange'
import { ZipFile } from 'yazl'
import type { Source } from '../exchange/reading/sources/source.ts'
import { openSources } from '../exchange/reading/sources/sources.ts'
import type { Sending } from './doors/local-door.ts'

/**
 * Writes several files into one archive, in their order. They are numbered: two may have one name, and none may be skipped
 * for its name. Archives among them are opened, because an archive inside another is refused.
 * @returns the target.
 */
export async function pack(paths: Sending['paths'], target: string): Promise<string> {
  const opened = await Promise.all(paths.map(({ path }) => openSources([path])))
  try {
    const zip = new ZipFile()
    const sources = opened.flatMap((one, index) =>
      one.refused.length > 0 ? whole(paths[index]) : originals(one.sources),
    )
    for (const [index, { name, open }] of sources.entries())
      zip.addReadStreamLazy(packedAs(index, name), { compress: false }, (give) =>
        give(null, Readable.from(copied(open()))),
      )
    zip.end()
    // yazl types its output by the older interface; it is a Readable.
    const output = zip.outputStream as Readable
    zip.on('error', (error: Error) => output.destroy(error))
    await pipeline(output, createWriteStream(target))
    return target
  } finally {
    for (const one of opened) one.close()
  }
}

/** Workbooks go as they are, not the sheets that are read from them. */
const originals = (sources: readonly Source[]): Pick<Source, 'name' | 'open'>[] => [
  ...new Set(sources.map((source) => source.sheet?.original ?? source)),
]

/** What can't be opened goes as it is: the receipt says so of this file, and the others are taken. */
const whole = (file: Sending['paths'][number] | undefined): Pick<Source, 'name' | 'open'>[] =>
  file ? [{ name: file.name, open: () => createReadStream(file.path) }] : []

/** A piece of a source is valid only until the next one; the archive may keep it longer. */
async function* copied(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
