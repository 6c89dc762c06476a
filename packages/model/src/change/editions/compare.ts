import { newcombe } from '../../statistics/index.ts'
import type { PainRow, Priority } from '../pains/index.ts'

/** What became of a problem in a process since the edition before. */
export type Change = 'new' | 'worse' | 'better' | 'same' | 'gone'

/** What of a row is compared. */
export type ComparedRow = Pick<PainRow, 'process' | 'problem' | 'basis' | 'n_eff' | 'p' | 'priority'>

export interface ComparedPair {
  readonly process: string
  readonly problem: string
  readonly change: Change
}

/** Every problem of either edition, those of the later first. */
export function compareEditions(before: readonly ComparedRow[], after: readonly ComparedRow[]): ComparedPair[] {
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const now = new Set(after.map(keyOf))
  const pair = ({ process, problem }: ComparedRow, change: Change): ComparedPair => ({ process, problem, change })
  return [
    ...after.map((row) => pair(row, changeOf(old.get(keyOf(row)), row))),
    ...before.filter((row) => !now.has(keyOf(row))).map((row) => pair(row, 'gone')),
  ]
}

const keyOf = ({ process, problem }: ComparedRow): string => `${process}\n${problem}`

const RANKS: Readonly<Record<Priority, number>> = { high: 3, medium: 2, low: 1 }

/** Another priority decides; where it is the same, a share that changed by more than chance, counted over the same. */
function changeOf(before: ComparedRow | undefined, after: ComparedRow): Change {
  if (before === undefined) return 'new'
  if (before.priority !== null && after.priority !== null && before.priority !== after.priority)
    return RANKS[after.priority] > RANKS[before.priority] ? 'worse' : 'better'
  if (before.basis !== after.basis || !before.n_eff || !after.n_eff || before.p === null || after.p === null)
    return 'same'
  const { low, high } = newcombe(counted(after.p, after.n_eff), counted(before.p, before.n_eff))
  if (low > 0) return 'worse'
  return high < 0 ? 'better' : 'same'
}

const counted = (p: number, n: number) => ({ x: (p / 100) * n, n })
