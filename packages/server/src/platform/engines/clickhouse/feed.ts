import { spawnSync } from 'node:child_process'
import { closeSync, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { openForWriting, pipeOf } from './pipe.ts'

/** Formats that a reader takes from beginning to end, so that a pipe will do. The others need a file. */
const STREAMED = /^(LineAsString|RawBLOB|CSV|TSV|TabSeparated|JSON\w*EachRow|RowBinary|Native|CustomSeparated)/i

/** The statement that reads what is delivered. */
export interface Running {
  ended(): boolean
  /** Settles when it has ended, and never fails. */
  readonly end: Promise<unknown>
}

export interface Feed {
  path: string
  /** Delivers the body. A pipe must be fed while the statement runs, a file before it. */
  live: boolean
  /** `cut` stops the statement: called when the body breaks off, before its reader could take that for the end. */
  deliver(body: Readable, statement: Running, cut: () => Promise<void>): Promise<void>
  release(): void
}

export interface Feeds {
  /** @param given name of the pipe that the sender of the request writes the rows into. */
  open(format: string, given?: string): Feed
}

/** Pipes for whoever started the engine: two chunks are on their way at a time. */
const given = ['given-0', 'given-1']

/** Paths of the pipes for whoever started the engine; none where the system has no named pipes. */
export const givenPipes = (folder: string): string[] => given.map((name) => join(folder, name)).filter(isPipe)

/**
 * Ways to hand a request body to `file(path, …)`: a named pipe where the system has them (nothing touches the disk, and
 * reading goes on while the body still comes), else a file in the folder.
 */
export function openFeeds(folder: string, count: number): Feeds {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = Array.from({ length: count }, (_, index) => `pipe-${index}`)
  const free = makePipes(folder, [...own, ...given]).slice(0, count)
  let serial = 0
  return {
    open: (format, name) => {
      if (name !== undefined) return fedByOther(join(folder, name))
      const pipe = STREAMED.test(format) ? free.pop() : undefined
      if (pipe === undefined) return spool(join(folder, `body-${++serial}`))
      return { ...named(pipe), release: () => free.push(pipe) }
    },
  }
}

function makePipes(folder: string, names: readonly string[]): string[] {
  if (process.platform === 'win32') return []
  const paths = names.map((name) => join(folder, name))
  const made = spawnSync('mkfifo', ['-m', '600', ...paths])
  return made.status === 0 && paths.every(isPipe) ? paths : []
}

const isPipe = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false

function spool(path: string): Feed {
  return {
    path,
    live: false,
    deliver: (body) => pipeline(body, createWriteStream(path, { mode: 0o600 })),
    release: () => rmSync(path, { force: true }),
  }
}

function named(path: string): Omit<Feed, 'release'> {
  return { path, live: true, deliver: (body, statement, cut) => deliverToPipe(path, body, statement.ended, cut) }
}

/**
 * The sender writes into the pipe itself; its request ends when all is written. Until then the pipe must not look finished, or
 * the beginning of what a dead sender wrote would be taken for the whole.
 */
function fedByOther(path: string): Feed {
  const deliver = async (body: Readable, { ended, end }: Running, cut: () => Promise<void>): Promise<void> => {
    const holding = openForWriting(path, ended)
    try {
      await Promise.race([finished(body.resume()), end])
    } catch (error) {
      await cut()
      throw error
    } finally {
      const fd = await holding
      if (fd !== undefined) closeSync(fd)
    }
  }
  return { path, live: true, deliver, release: () => {} }
}

async function deliverToPipe(
  path: string,
  body: Readable,
  ended: () => boolean,
  cut: () => Promise<void>,
): Promise<void> {
  const fd = await openForWriting(path, ended)
  if (fd === undefined) return
  const pipe = pipeOf(fd)
  try {
    await pump(body, pipe)
  } catch (error) {
    // Closing the pipe looks like a regular end to its reader, so the statement is stopped first.
    await cut()
    pipe.destroy()
    throw error
  }
}

/**
 * Copies the body into the pipe. A reader that needs no more (LIMIT, an error) closes the pipe; that is no failure here,
 * because the statement's own answer tells the story, and the body must not be destroyed: its connection carries the answer.
 */
function pump(body: Readable, pipe: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    body.on('data', (chunk: Buffer) => {
      if (!pipe.destroyed && !pipe.write(chunk)) body.pause()
    })
    pipe.on('drain', () => body.resume())
    pipe.on('error', () => pipe.destroy())
    pipe.once('close', () => {
      body.resume()
      resolve()
    })
    body.once('end', () => pipe.end())
    body.once('error', reject)
    if (body.destroyed && !body.readableEnded) reject(new Error('the body was cut off'))
    body.once('close', () => {
      if (!body.readableEnded) reject(new Error('the body was cut off'))
    })
  })
}
