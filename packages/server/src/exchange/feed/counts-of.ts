import { type Kind, kinds } from '@otklik/model/exchange'
import type { KeptReceipt, PackageCounts } from '../tables.ts'
import type { FactCounts } from './count-facts.ts'

const kindOf = (text: string | null): Kind | undefined => kinds.find((kind) => kind === text)

/** What a package brought: sums of its receipt beside those of its facts. */
export function countsOf({ files, codes }: Pick<KeptReceipt, 'files' | 'codes'>, facts: FactCounts): PackageCounts {
  const rows: Partial<Record<Kind, number>> = {}
  const again = new Set<Kind>()
  let repeats = 0
  for (const { kind: text, read, dropped, replaced = 0, alreadyReceived, structure } of files) {
    const kind = kindOf(text)
    if (kind === undefined || structure.length > 0) continue
    if (alreadyReceived) {
      again.add(kind)
      continue
    }
    rows[kind] = (rows[kind] ?? 0) + read
    if (kind !== 'services') repeats += dropped + replaced
  }
  return { rows, repeats, unknown: codes.unknown_request ?? 0, again: [...again], ...facts }
}
