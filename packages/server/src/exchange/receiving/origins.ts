import type { Db } from '../../platform/postgres/open.ts'

/** Where rows of these packages came from, by «package/file». */
export async function fileNames(db: Db, packages: readonly number[]) {
  if (packages.length === 0) return new Map<string, { supplier: string; date: string; file: string }>()
  const rows = await db
    .selectFrom('exchange_files as f')
    .innerJoin('exchange_packages as p', 'p.id', 'f.package')
    .select(['f.package', 'f.file', 'f.name', 'p.supplier', 'p.date'])
    .where('f.package', 'in', [...packages])
    .execute()
  return new Map(
    rows.map((row) => [`${row.package}/${row.file}`, { supplier: row.supplier, date: row.date, file: row.name }]),
  )
}
