import type { Kind } from '../kinds.ts'

type Share = number | null

/** The metrics of a quarter (Порядок сбора обратной связи, пункт 4.3.2); the keys stand in the order in which they are printed. */
export interface QuarterMetrics {
  readonly quarter: string
  readonly from: string
  readonly to: string
  readonly as_of: string | null
  readonly read: number
  readonly left_out: { readonly duplicate: number; readonly void: number; readonly not_registered: number }
  /** Registered in the quarter; the next figures are of these. */
  readonly received: number
  readonly by_kind: Readonly<Partial<Record<Kind, number>>>
  readonly channels: readonly { readonly source: string; readonly n: number; readonly share: Share }[]
  readonly topics: readonly { readonly topic: string; readonly n: number }[]
  readonly no_topic: number
  readonly reasons: readonly { readonly topic: string; readonly n: number; readonly share: Share }[]
  /** Calendar days from registration to the first answer, of all answered in the quarter. */
  readonly waiting: {
    readonly n: number
    readonly median: number | null
    readonly p90: number | null
    readonly mean: number | null
    readonly late: number
    readonly late_share: Share
    readonly low: Share
    readonly high: Share
  }
  readonly overdue_open: number
  readonly complaints: {
    readonly received: number
    readonly satisfied: number
    readonly satisfied_share: Share
    readonly partly: number
    readonly refused: number
    readonly refused_share: Share
    readonly other: number
    readonly pending: number
  }
  readonly solved: {
    readonly asked: number
    readonly replied: number
    readonly yes: number
    readonly partly: number
    readonly no: number
    readonly yes_share: Share
    readonly low: Share
    readonly high: Share
  }
  readonly reopened: number
}
