import type { AuditRecord } from '@otklik/model/access/api'
import { type ChangedField, changedFields } from '../register/changed-fields.ts'

/** What a record says was otherwise before: a field each. What is only told of (a sign-in's way) has nothing before. */
export function changesOf({ what, before, after }: Pick<AuditRecord, 'what' | 'before' | 'after'>): ChangedField[] {
  const [old, now] = [membersOf(before), membersOf(isLook(what) ? filtersIn(after) : after)]
  const gone = Object.fromEntries(Object.keys(old ?? {}).map((field) => [field, undefined]))
  return changedFields({ before: old, after: { ...gone, ...now } })
}

/** A look or an export changed nothing: what it was filtered by is worth telling, the call itself is its subject. */
const isLook = (what: string): boolean => what === 'data.viewed' || what === 'data.exported'

/** Which page of a list it was tells nothing. */
const PAGING = ['limit', 'offset']

function filtersIn(after: unknown): unknown {
  const query = membersOf(membersOf(after)?.query)
  return query && Object.fromEntries(Object.entries(query).filter(([name]) => !PAGING.includes(name)))
}

/** A bare value stands under no name of its own. */
function membersOf(value: unknown): Record<string, unknown> | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : { value }
}
