import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { xlsxStream } from '../platform/http/tables/xlsx.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { judgePackages } from './importing/judge.ts'
import type { CheckParts, Report } from './importing/parts.ts'
import { stagePackages } from './importing/stage-packages.ts'
import type { KeptReceipt } from './tables.ts'
import { setAsideTable } from './writing/set-aside-book.ts'

export interface CheckRequest {
  readonly paths: readonly string[]
  /** Reporting date, ISO day. */
  readonly date: string
  /** Folder for the rows set aside, one CSV per file; made if need be. */
  readonly quarantine?: string
  /** Beside each of those, the same rows as a workbook of text cells. */
  readonly books?: boolean
  readonly report?: Report
}

/** Checks files as one package against nothing but themselves, in a store that is thrown away afterwards. */
export async function checkFiles(
  parts: CheckParts,
  { paths, date, quarantine, books = false, report }: CheckRequest,
): Promise<KeptReceipt> {
  const staged = await stagePackages(parts, [{ id: 1, date, paths }], report ? { report: () => report } : {})
  if (quarantine) makeFolder(quarantine)
  const taken = new Set<string>()
  const written: string[] = []
  const pathOf = ({ name, file }: { name: string; file: number }): string | undefined => {
    if (!quarantine) return undefined
    const plain = name.replaceAll(/[/\\]/g, '_').replace(/\.(csv|txt|tsv|xls[xm])$/i, '')
    const unique = taken.has(plain) ? `${plain}-${file}` : plain
    taken.add(unique)
    written.push(join(quarantine, `${unique}.set-aside.csv`))
    return written.at(-1)
  }
  const [receipt] = await judgePackages(parts, staged, pathOf)
  if (!receipt) throw new Error('no receipt of a checked package')
  if (books) for (const csv of written) await writeBook(csv)
  return receipt
}

async function writeBook(csv: string): Promise<void> {
  const table = await setAsideTable(csv, 'Отложенные строки')
  await pipeline(xlsxStream(table), createWriteStream(csv.replace(/csv$/, 'xlsx'), { mode: 0o600 }))
}
