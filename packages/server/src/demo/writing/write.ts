import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DemoPackage, demoPackages } from '../packages.ts'
import type { DemoOptions } from '../plan.ts'
import { demoRegister } from '../register.ts'

export interface DemoSummary {
  packages: number
  files: number
  bytes: number
  /** Rows per kind of file. */
  rows: Record<string, number>
}

/**
 * Writes the demo into a folder: `packages/<month of arrival>/<number>_<supplier>_<YYYYMMDD>/*.csv`, numbered in the
 * order of arrival, `packages.json` with supplier, dates and folder of each, `register.json`.
 */
export async function writeDemo(dir: string, options: DemoOptions): Promise<DemoSummary> {
  const summary: DemoSummary = { packages: 0, files: 0, bytes: 0, rows: {} }
  const list: object[] = []
  for await (const parcel of demoPackages(options)) {
    const number = String(++summary.packages).padStart(4, '0')
    const folder = join(
      'packages',
      parcel.arrivesOn.slice(0, 7),
      `${number}_${parcel.supplier.code}_${parcel.date.replaceAll('-', '')}`,
    )
    await writeParcel(join(dir, folder), parcel)
    list.push({ folder, supplier: parcel.supplier.code, date: parcel.date, arrivesOn: parcel.arrivesOn })
    addUp(summary, parcel)
  }
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'packages.json'), `${JSON.stringify(list, null, 1)}\n`)
  await writeFile(join(dir, 'register.json'), `${JSON.stringify(demoRegister(options), null, 1)}\n`)
  return summary
}

async function writeParcel(folder: string, { files }: DemoPackage): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(files.map((file) => writeFile(join(folder, file.name), file.content)))
}

/** Adds one package's files to the running figures. */
export function addUp(summary: DemoSummary, { files }: DemoPackage): void {
  for (const file of files) {
    summary.files++
    summary.bytes += file.content.length
    summary.rows[file.kind] = (summary.rows[file.kind] ?? 0) + file.rows
  }
}
