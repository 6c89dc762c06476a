import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { KeptReceipt } from '../tables.ts'
import { type Counts, countRows } from './counts.ts'
import type { StagedPackage } from './stage-packages.ts'

/**
 * Checks that packages staged again after a crash are what their kept receipts say of them. Nothing judges them a second
 * time, so this is where a difference would be noticed (a statement that outlived its process, a file changed on the disk).
 * Which of two equal events counts as the repetition depends on the order in which packages went in: both are counted.
 */
export async function verifyResumed(
  ch: ClickHouse,
  staged: readonly StagedPackage[],
  receipts: ReadonlyMap<number, KeptReceipt>,
): Promise<void> {
  const counts = await countRows(ch)
  for (const { package: incoming, files, seen } of staged)
    for (const file of files) {
      if (file.fault || seen.has(file.file) || file.kind === null) continue
      const expected = goodRows(receipts.get(incoming.id)?.files[file.file])
      const got = goodRows(counts({ ...file, kind: file.kind }))
      if (got === expected) continue
      const place = `file ${file.file} of package ${incoming.id}`
      throw new Error(`${place} was accepted with ${expected} rows, and read again it has ${got}`)
    }
}

const goodRows = (of: Pick<Counts, 'accepted' | 'dropped'> | undefined): number => (of ? of.accepted + of.dropped : 0)
