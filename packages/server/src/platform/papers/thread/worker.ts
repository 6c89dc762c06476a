import { parentPort } from 'node:worker_threads'
import type { Paper, PaperFormat } from '../paper.ts'
import { renderHere } from '../renderers.ts'

/** What is asked of the thread, and what it answers. */
export interface Order {
  readonly paper: Paper
  readonly format: PaperFormat
}
export type Outcome = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: string }

parentPort?.on('message', ({ paper, format }: Order) => void answer(paper, format))

/** The bytes are handed over, not copied. */
async function answer(paper: Paper, format: PaperFormat): Promise<void> {
  const outcome = await made(paper, format)
  parentPort?.postMessage(outcome, 'bytes' in outcome ? [outcome.bytes.buffer] : [])
}

async function made(paper: Paper, format: PaperFormat): Promise<Outcome> {
  try {
    // A copy of its own: a buffer may be a piece of a larger one that others use.
    return { bytes: Uint8Array.from(await renderHere(paper, format)) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
