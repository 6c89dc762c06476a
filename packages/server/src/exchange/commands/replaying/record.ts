import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptReceipt } from '../../index.ts'
import { UsageError } from '../../../cli/usage.ts'

/** What a replay keeps of one package, to be compared with the next one. */
export interface Replayed {
  /** Reporting date it was checked with, ISO day. */
  readonly date: string
  readonly verdict: KeptReceipt['verdict']
  readonly totals: KeptReceipt['totals']
  readonly codes: KeptReceipt['codes']
  /** Structure codes of the files, sorted. */
  readonly refused: readonly string[]
  /** Milliseconds, whole. */
  readonly ms: number
}
/** Packages by the name of their file or folder. */
export type Replay = Readonly<Record<string, Replayed>>

/** Begins with a dot: no package, in this replay or any other. */
const NAME = '.replay.json'

/** The replay before, kept in the folder itself; undefined: there was none. */
export async function readReplay(folder: string): Promise<Replay | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (text === undefined) return undefined
  try {
    // Nobody else writes this file; what is no JSON at all was cut off or written by hand.
    return JSON.parse(text) as Replay
  } catch {
    throw new UsageError(`Не читается прошлая проверка ${join(folder, NAME)}. Удалите этот файл и повторите.`)
  }
}

export async function keepReplay(folder: string, replay: Replay): Promise<void> {
  const path = join(folder, NAME)
  await writeFile(`${path}.new`, `${JSON.stringify(replay, null, 1)}\n`)
  await rename(`${path}.new`, path)
}
