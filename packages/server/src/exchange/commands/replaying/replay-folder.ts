import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFiles } from '../../check.ts'
import { isIgnored } from '../../index.ts'
import type { CheckParts } from '../../importing/parts.ts'
import type { KeptReceipt } from '../../index.ts'
import type { Replay, Replayed } from './record.ts'

/** Files and folders that lie in the folder itself: each is a package. */
export async function packagesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !isIgnored(name)).sort()
}

/** The day in a package's name, `2026-11-20` or `20261120`, if it has one. */
export function dayInName(name: string): string | undefined {
  const [, year, month, day] = /(?:^|\D)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name) ?? []
  return year && `${year}-${month}-${day}`
}

export interface ReplayRequest {
  readonly folder: string
  /** Reporting date of all packages, ISO day; else that of the replay before, of the name, `today`. */
  readonly date?: string | undefined
  readonly today: string
  readonly before: Replay | undefined
  readonly shown: (name: string, receipt: KeptReceipt) => void
}

/** Checks every package of a folder against nothing but itself, one after another in one store. */
export async function replayFolder(parts: CheckParts, request: ReplayRequest): Promise<Replay> {
  const { folder, before, today, shown } = request
  const replay: Record<string, Replayed> = {}
  for (const name of await packagesIn(folder)) {
    const date = request.date ?? before?.[name]?.date ?? dayInName(name) ?? today
    const started = performance.now()
    const receipt = await checkFiles(parts, { paths: [join(folder, name)], date })
    shown(name, receipt)
    replay[name] = replayed(receipt, date, Math.round(performance.now() - started))
  }
  return replay
}

function replayed({ verdict, totals, codes, files }: KeptReceipt, date: string, ms: number): Replayed {
  return { date, verdict, totals, codes, refused: files.flatMap(({ structure }) => structure).sort(), ms }
}
