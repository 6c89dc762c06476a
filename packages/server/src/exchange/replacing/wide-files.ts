import { sql } from 'kysely'
import type { Ledger } from '../repetitions/repetitions.ts'
import type { FilePlace, WideFiles } from './wide-rows.ts'

/** The wide files at hand by supplier, each with those of its supplier that came before. Without a ledger there are none. */
export async function wideFilesOf(staged: readonly FilePlace[], ledger: Ledger | undefined): Promise<WideFiles[]> {
  if (!ledger) return staged.length > 0 ? [{ staged, stored: [] }] : []
  const suppliers = Map.groupBy(staged, (one) => ledger.supplierOf(one.package))
  const found: WideFiles[] = []
  for (const [supplier, files] of suppliers)
    found.push({
      staged: files,
      stored: await wideBefore(ledger, supplier, Math.min(...files.map((one) => one.package))),
    })
  return found
}

async function wideBefore({ db }: Ledger, supplier: string, before: number): Promise<FilePlace[]> {
  const { rows } = await sql<FilePlace>`
    SELECT f.package, f.file FROM exchange_files f JOIN exchange_packages p ON p.id = f.package
    WHERE f.supplier = ${supplier} AND f.kind = 'wide' AND f.package < ${before} AND p.state IN ('accepted', 'partly')
    ORDER BY f.package, f.file`.execute(db)
  return rows
}
