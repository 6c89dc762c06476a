import { join } from 'node:path'
import { makeFolder } from '../platform/make-folder.ts'
import { judgePackages } from './importing/judge.ts'
import type { CheckParts, Report } from './importing/parts.ts'
import { stagePackages } from './importing/stage-packages.ts'
import type { KeptReceipt } from './tables.ts'

export interface CheckRequest {
  readonly paths: readonly string[]
  /** Reporting date, ISO day. */
  readonly date: string
  /** Folder for the rows set aside, one CSV per file; made if need be. */
  readonly quarantine?: string
  readonly report?: Report
}

/** Checks files as one package against nothing but themselves, in a store that is thrown away afterwards. */
export async function checkFiles(
  parts: CheckParts,
  { paths, date, quarantine, report }: CheckRequest,
): Promise<KeptReceipt> {
  const staged = await stagePackages(parts, [{ id: 1, date, paths }], report ? { report: () => report } : {})
  if (quarantine) makeFolder(quarantine)
  const taken = new Set<string>()
  const pathOf = ({ name, file }: { name: string; file: number }): string | undefined => {
    if (!quarantine) return undefined
    const plain = name.replaceAll(/[/\\]/g, '_').replace(/\.(csv|txt|tsv)$/i, '')
    const unique = taken.has(plain) ? `${plain}-${file}` : plain
    taken.add(unique)
    return join(quarantine, `${unique}.set-aside.csv`)
  }
  const [receipt] = await judgePackages(parts, staged, pathOf)
  if (!receipt) throw new Error('no receipt of a checked package')
  return receipt
}
