import { basename } from 'node:path'
import { openForWriting, pipeOf } from '../engines/clickhouse/pipe.ts'

/** What a request says of the pipe that its rows come through. */
export const FEED_HEADER = 'x-otklik-feed'

/** Rows that are at hand, for an engine on this machine: they go through a named pipe, past the sockets. */
export interface Feed {
  readonly name: string
  /**
   * Writes the rows once the statement reads them. A statement that ends before, or wants no more, is no failure here: its own
   * answer tells the story.
   */
  write(rows: readonly Buffer[], statementEnded: () => boolean): Promise<void>
  giveBack(): void
}

/** @param paths named pipes of the engine, used by this process alone. The answer lends one, if one is free. */
export function openFeeds(paths: readonly string[]): () => Feed | undefined {
  const free = [...paths]
  return () => {
    const path = free.pop()
    if (path === undefined) return undefined
    return {
      name: basename(path),
      write: (rows, ended) => write(path, rows, ended),
      giveBack: () => free.push(path),
    }
  }
}

async function write(path: string, rows: readonly Buffer[], ended: () => boolean): Promise<void> {
  const fd = await openForWriting(path, ended)
  if (fd === undefined) return
  const pipe = pipeOf(fd)
  await new Promise<void>((resolve, reject) => {
    // EPIPE: nobody reads any more.
    pipe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)))
    for (const piece of rows) pipe.write(piece)
    pipe.end(resolve)
  })
}
