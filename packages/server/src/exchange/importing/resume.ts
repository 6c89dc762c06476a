import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { KeptReceipt } from '../tables.ts'
import { countRows } from './counts.ts'
import type { StagedPackage } from './stage-packages.ts'

/**
 * Checks that packages staged again after a crash are what their kept receipts say of them. Nothing judges them a second
 * time, so this is where a difference would be noticed (a statement that outlived its process, a file changed on the disk).
 */
export async function verifyResumed(
  ch: ClickHouse,
  staged: readonly StagedPackage[],
  receipts: ReadonlyMap<number, KeptReceipt>,
): Promise<void> {
  const counts = await countRows(ch)
  for (const { package: incoming, files, seen } of staged) {
    const read = files.filter(({ fault, file }) => !fault && !seen.has(file))
    const accepted = read.reduce(
      (sum, file) => sum + (file.kind ? counts({ ...file, kind: file.kind }).accepted : 0),
      0,
    )
    const expected = receipts.get(incoming.id)?.totals.accepted
    if (accepted !== expected)
      throw new Error(`package ${incoming.id} was accepted with ${expected} rows, and read again it has ${accepted}`)
  }
}
