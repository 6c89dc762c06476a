import { bringsNothing, type Kind, kinds, REPLACING, type TakenIn } from '@otklik/model/exchange'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** A file of a package that is in. */
export interface KnownFile {
  readonly package: number
  readonly file: number
  readonly kind: Kind
}

/** Whether the ledger may know a file of one of these sizes: those alone are worth reading twice. */
export async function knownSizes(
  db: Db,
  supplier: string,
  sizes: readonly number[],
): Promise<(size: number) => boolean> {
  const { rows } = await sql<{ bytes: number | null }>`
    SELECT DISTINCT bytes FROM exchange_files
    WHERE supplier = ${supplier} AND (bytes = ANY (${[...sizes]}::bigint[]) OR bytes IS NULL)`.execute(db)
  const found = new Set(rows.map(({ bytes }) => bytes))
  // Files of before their sizes were written down may have any.
  return (size) => found.has(size) || found.has(null)
}

interface Row extends KnownFile, TakenIn {}

/** The latest file of these bytes with which this supplier brought all that they can bring for this date. */
export async function findTakenIn(
  db: Db,
  { supplier, sha256, date, before }: { supplier: string; sha256: string; date: string; before: number },
): Promise<KnownFile | undefined> {
  const count = (of: string) => sql<number>`coalesce((p.receipt #>> ARRAY['files', f.file::text, ${of}])::bigint, 0)`
  const { rows } = await sql<Row>`
    SELECT f.package, f.file, f.kind, p.date, f.rows AS read, ${count('accepted')} AS accepted,
      ${count('quarantined')} AS quarantined, ${count('dropped')} AS dropped,
      p.receipt #> '{codes,date_in_future}' IS NOT NULL AS future
    FROM exchange_files f JOIN exchange_packages p ON p.id = f.package
    WHERE f.supplier = ${supplier} AND f.sha256 = ${sha256} AND f.package < ${before} AND p.state IN ('accepted', 'partly')
    ORDER BY f.package DESC, f.file DESC`.execute(db)
  return rows.find((row) => bringsNothing(row, date))
}

/** Whether any supplier's file that came after this one may have replaced rows of it. */
export async function isFollowed(db: Db, known: KnownFile): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT EXISTS (
      SELECT 1 FROM exchange_files f JOIN exchange_packages p ON p.id = f.package
      WHERE (f.package, f.file) > (${known.package}, ${known.file}) AND f.rows > 0
        AND f.kind = ANY (${[...REPLACING[known.kind]]}) AND p.state IN ('accepted', 'partly')
    ) AS there`.execute(db)
  return rows[0]?.there ?? true
}

/**
 * Whether anything came after a package that may have replaced rows of it: of what waits, nobody knows yet what it holds.
 */
export async function isPackageFollowed(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    SELECT EXISTS (SELECT 1 FROM exchange_packages WHERE id > ${id} AND state IN ('waiting', 'working')) AS waiting`.execute(
    db,
  )
  if (rows[0]?.waiting ?? true) return true
  const files = await db
    .selectFrom('exchange_files')
    .select(['package', 'file', 'kind'])
    .where('package', '=', id)
    .execute()
  const last = Math.max(...files.map(({ file }) => file))
  for (const { kind } of files)
    if (await isFollowed(db, { package: id, file: last, kind: kinds.find((one) => one === kind) ?? 'wide' }))
      return true
  return false
}
