import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { problem } from '../problems/index.ts'
import { clientGone, tooLarge, tooSlow } from '../problems/common.ts'

/**
 * The request's bytes as they come, with a stop: more than `maxBytes`, or `idleMs` without a byte, ends the stream
 * with the problem to answer with. Nothing is held in memory beyond the stream's own buffer.
 */
export function limitedBody(source: IncomingMessage, maxBytes: number, idleMs: number): Transform {
  let bytes = 0
  const out = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(problem(tooLarge, maxBytes))
      else done(null, chunk)
    },
  })
  // Whoever reads the stream hears of its error; before anyone reads it, the error must not end the process.
  out.on('error', () => undefined)
  watchIdle(source, out, idleMs)
  source.once('error', () => out.destroy(problem(clientGone)))
  source.once('close', () => {
    // A client that went away in the middle must not look like the end of its file.
    if (!source.complete) out.destroy(problem(clientGone))
  })
  out.once('close', () => {
    source.unpipe(out)
    source.resume()
  })
  return source.pipe(out)
}

function watchIdle(source: IncomingMessage, out: Transform, idleMs: number): void {
  const timer: NodeJS.Timeout = setTimeout(() => {
    // A paused source waits for us, not for its sender.
    if (source.isPaused()) timer.refresh()
    else out.destroy(problem(tooSlow))
  }, idleMs)
  source.on('data', () => timer.refresh())
  for (const event of ['end', 'close'] as const) source.once(event, () => clearTimeout(timer))
  out.once('close', () => clearTimeout(timer))
}
