import { PROBLEM_EVENT } from '@otklik/model/api'
import { type Progress, PROGRESS_EVENT, watchPackage } from '@otklik/model/exchange/api'
import { urlOf } from '../../shared/api/call.ts'

export interface Watcher {
  readonly told: (progress: Progress) => void
  /** The stream has ended, for good or ill: whoever cares asks the server how things stand. */
  readonly ended: () => void
}

interface Stream {
  readonly watchers: Set<Watcher>
  source: EventSource | null
}

/**
 * A browser keeps six connections to a server for all its pages together. Streams that stay open must leave most of
 * them free, or the next page would wait for ever: two at a time, the others in the order they were asked for.
 */
const MOST = 2
const streams = new Map<number, Stream>()

/** Watches a package, together with everyone else who does; the answer stops it. */
export function watchProgress(id: number, watcher: Watcher): () => void {
  const stream = streams.get(id) ?? { watchers: new Set(), source: null }
  streams.set(id, stream)
  stream.watchers.add(watcher)
  openNext()
  return () => {
    stream.watchers.delete(watcher)
    if (stream.watchers.size === 0) close(id, stream)
  }
}

function openNext(): void {
  const free = MOST - [...streams.values()].filter(({ source }) => source !== null).length
  const waiting = [...streams].filter(([, { source }]) => source === null)
  for (const [id, stream] of waiting.slice(0, Math.max(0, free))) open(id, stream)
}

function open(id: number, stream: Stream): void {
  const source = new EventSource(urlOf(watchPackage, { params: { id } }))
  stream.source = source
  source.addEventListener(PROGRESS_EVENT, ({ data }: MessageEvent<string>) => {
    // The contract of the stream: every message is one Progress.
    const progress: Progress = JSON.parse(data)
    for (const { told } of stream.watchers) told(progress)
    if (progress.phase === 'done') end(id, stream)
  })
  // The server says why it goes no further. Left open, the browser would come back every two seconds for the same answer.
  source.addEventListener(PROBLEM_EVENT, () => end(id, stream))
  // A broken line is taken up again by the browser itself; a refused one is not.
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) end(id, stream)
  }
}

function end(id: number, stream: Stream): void {
  const { watchers } = stream
  close(id, stream)
  for (const { ended } of watchers) ended()
}

function close(id: number, stream: Stream): void {
  stream.source?.close()
  if (streams.get(id) === stream) streams.delete(id)
  openNext()
}
