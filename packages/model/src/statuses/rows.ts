import type { Section } from './sections.ts'
import { statuses } from './table.ts'

export type StatusRow = {
  readonly code: number
  readonly name: string
  readonly items: Readonly<Record<Section, string | null>>
}

/** The status model as `otklik statuses --format json` prints it, sorted by code. */
export function statusRows(): StatusRow[] {
  return statuses.map(({ code, name, items }) => ({ code, name, items }))
}
