import { spawnSync } from 'node:child_process'
import { constants, createWriteStream, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Formats that a reader takes from beginning to end, so that a pipe will do. The others need a file. */
const STREAMED = /^(LineAsString|RawBLOB|CSV|TSV|TabSeparated|JSON\w*EachRow|RowBinary|Native|CustomSeparated)/i

export interface Feed {
  path: string
  /** Delivers the body. A pipe must be fed while the statement runs, a file before it. */
  live: boolean
  /** `cut` stops the statement: called when the body breaks off, before its reader could take that for the end. */
  deliver(body: Readable, statementEnded: () => boolean, cut: () => Promise<void>): Promise<void>
  release(): void
}

export interface Feeds {
  open(format: string): Feed
}

/**
 * Ways to hand a request body to `file(path, …)`: a named pipe where the system has them (nothing touches the disk, and
 * reading goes on while the body still comes), else a file in the folder.
 */
export function openFeeds(folder: string, count: number): Feeds {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const free = makePipes(folder, count)
  let serial = 0
  return {
    open: (format) => {
      const pipe = STREAMED.test(format) ? free.pop() : undefined
      if (pipe === undefined) return spool(join(folder, `body-${++serial}`))
      return { ...named(pipe), release: () => free.push(pipe) }
    },
  }
}

function makePipes(folder: string, count: number): string[] {
  if (process.platform === 'win32') return []
  const paths = Array.from({ length: count }, (_, index) => join(folder, `pipe-${index}`))
  const made = spawnSync('mkfifo', ['-m', '600', ...paths])
  return made.status === 0 && paths.every((path) => statSync(path).isFIFO()) ? paths : []
}

function spool(path: string): Feed {
  return {
    path,
    live: false,
    deliver: (body) => pipeline(body, createWriteStream(path, { mode: 0o600 })),
    release: () => rmSync(path, { force: true }),
  }
}

function named(path: string): Omit<Feed, 'release'> {
  return { path, live: true, deliver: (body, ended, cut) => deliverToPipe(path, body, ended, cut) }
}

async function deliverToPipe(
  path: string,
  body: Readable,
  ended: () => boolean,
  cut: () => Promise<void>,
): Promise<void> {
  const fd = await openForWriting(path, ended)
  if (fd === undefined) return
  const pipe = new Socket({ fd, readable: false, writable: true })
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

/** A pipe opened for writing without waiting is refused until its reader is there: only then can no byte be lost. */
async function openForWriting(path: string, ended: () => boolean): Promise<number | undefined> {
  for (let pause = 0; !ended(); pause = Math.min(pause + 1, 10)) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENXIO')) throw error
    }
    await sleep(pause)
  }
  return undefined
}
