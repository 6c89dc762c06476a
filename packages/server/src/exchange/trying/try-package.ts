import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CheckReceipt } from '@otklik/model/exchange/api'
import { problem } from '../../platform/problems/index.ts'
import { checkFiles } from '../check.ts'
import { checkReceipt } from '../check-receipt.ts'
import { withCheckStore } from './check-store.ts'
import { plainName } from '../importing/files.ts'
import { checksBusy } from '../problems.ts'
import { defaultLimits } from '../reading/sources/source.ts'

/** Each check has an engine of its own, so that they go one by one. */
const MOST_WAITING = 10

export interface Trial {
  /** Reporting date, ISO day. */
  readonly date: string
  readonly name: string
  readonly body: Readable
}
export type TryPackage = (trial: Trial) => Promise<CheckReceipt>

/**
 * Checks packages as `otklik check` does: against nothing but themselves, in a store and a folder that are thrown away
 * afterwards. Nothing of them reaches the installation.
 */
export function packageTrials(): TryPackage {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (trial) => {
    if (waiting >= MOST_WAITING) throw problem(checksBusy)
    waiting += 1
    const own = inFolder(trial, (path) => {
      const done = last.then(() => check(path, trial.date))
      last = done.catch(() => undefined)
      return done
    })
    return own.finally(() => {
      waiting -= 1
    })
  }
}

/** The bytes come in before the turn is waited for: a slow sender keeps nobody waiting. */
async function inFolder({ name, body }: Trial, work: (path: string) => Promise<CheckReceipt>): Promise<CheckReceipt> {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-trial-'))
  try {
    const path = join(folder, plainName(name))
    await pipeline(body, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const check = async (path: string, date: string): Promise<CheckReceipt> =>
  checkReceipt(await withCheckStore((ch) => checkFiles({ ch, limits: defaultLimits }, { paths: [path], date })))
