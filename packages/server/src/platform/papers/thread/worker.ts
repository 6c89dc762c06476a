import { parentPort } from 'node:worker_threads'
import type { Paper, PaperFormat, RenderOptions } from '../paper.ts'
import { renderHere } from '../renderers.ts'

/** What is asked of the thread, and what it answers. */
export interface Order {
  readonly paper: Paper
  readonly format: PaperFormat
  readonly options?: RenderOptions
}
export type Outcome = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: string }

parentPort?.on('message', (order: Order) => void answer(order))

/** The bytes are handed over, not copied. */
async function answer(order: Order): Promise<void> {
  const outcome = await made(order)
  parentPort?.postMessage(outcome, 'bytes' in outcome ? [outcome.bytes.buffer] : [])
}

async function made({ paper, format, options }: Order): Promise<Outcome> {
  try {
    // A copy of its own: a buffer may be a piece of a larger one that others use.
    return { bytes: Uint8Array.from(await renderHere(paper, format, options)) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
