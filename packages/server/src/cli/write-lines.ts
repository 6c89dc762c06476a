import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** So many lines go out at once: one at a time takes several times as long. */
const BATCH = 500

/** Writes lines as fast as they are taken. Where the reader leaves early (`| head`) nothing more is made and nothing is said. */
export async function writeLines(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(batches(lines)), process.stdout, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = []
  for await (const line of lines) {
    waiting.push(line)
    if (waiting.length < BATCH) continue
    yield `${waiting.join('\n')}\n`
    waiting = []
  }
  if (waiting.length > 0) yield `${waiting.join('\n')}\n`
}
