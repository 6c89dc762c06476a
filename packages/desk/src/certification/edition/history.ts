import type { ListEdition } from '@otklik/model/certification/api'

export interface HistoryAct {
  readonly what: 'created' | 'published' | 'submitted' | 'withdrawn' | 'returned' | 'approved'
  readonly by: string
  readonly at: string
}

/** Who did what about an edition, in the order in which it happened; of what was done several times, the last. */
export function historyOf({ kind, created, published, submitted, withdrawn, returned, approved }: ListEdition) {
  const acts = { created, published, submitted, withdrawn, returned, approved }
  const found: HistoryAct[] = []
  for (const what of ['created', 'published', 'submitted', 'withdrawn', 'returned', 'approved'] as const) {
    const act = acts[what]
    // The single list is made by being submitted: one act, told once.
    if (act === null || (what === 'created' && kind === 'single' && submitted?.at === act.at)) continue
    found.push({ what, by: act.by, at: act.at })
  }
  return found.toSorted((a, b) => a.at.localeCompare(b.at))
}
