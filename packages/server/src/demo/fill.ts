import { Readable } from 'node:stream'
import type { Installation } from '../installation.ts'
import { receivePackage } from '../exchange/index.ts'
import { judgeClosedMonths } from '../progress/index.ts'
import { fillAppeals } from './appeals/fill-appeals.ts'
import { demoPackages } from './index.ts'
import { fillCertification } from './certification/fill-certification.ts'
import { fillLists } from './lists/fill-lists.ts'
import { fillPains } from './pains/fill-pains.ts'
import type { DemoOptions } from './plan.ts'
import { populate } from './populate.ts'
import { fillSurveys } from './surveys/fill-surveys.ts'

/** Packages received before the waiting ones are put in: many small ones together cost little more than one. */
const together = 60

export interface Filling {
  readonly packages: number
  readonly rows: number
}

/**
 * Fills an empty demonstration: organisations, accounts, then every daily package in the order of arrival through the same
 * door as real ones, each with the moment at which it would have come; then the lists of certification, campaigns with
 * what people answered, and what people say with what is done about it.
 */
export async function fillDemo(
  installation: Installation,
  options: DemoOptions,
  report: (filling: Filling & { date: string }) => void,
): Promise<Filling> {
  await populate(installation, options)
  let [packages, rows] = [0, 0]
  let importing: Promise<void> | undefined
  for await (const { supplier, date, arrivesOn, files } of demoPackages(options)) {
    const deliveries = files.map(({ name, content }) => ({
      name,
      open: () => Readable.from([content], { objectMode: false }),
    }))
    const receivedAt = new Date(`${arrivesOn}T05:30:00+03:00`)
    const name = `${supplier.code}_${date.replaceAll('-', '')}`
    await receivePackage(
      { db: installation.db, dataDir: installation.config.dataDir },
      { supplier: supplier.code, date, name, files: deliveries, receivedAt, who: 'system' },
    )
    packages++
    rows += files.reduce((sum, file) => sum + file.rows, 0)
    report({ packages, rows, date })
    // One batch is put in while the next is being received.
    if (packages % together !== 0) continue
    await importing
    importing = installation.imports.run()
  }
  await importing
  await installation.imports.run()
  await fillLists(installation.db, options)
  await fillSurveys(installation, options)
  await fillPains(installation.db, installation.ch, options)
  await fillAppeals(installation, options)
  await judgeClosedMonths(installation.progress)
  const { db, progress, config } = installation
  await fillCertification({ db, progress, publicUrl: config.publicUrl }, options)
  return { packages, rows }
}
