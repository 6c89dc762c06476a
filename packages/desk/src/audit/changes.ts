import type { AuditRecord } from '@otklik/model/api'
import { type ChangedField, changedFields } from '../register/changed-fields.ts'

/** What a record says was otherwise before: a field each. What is only told of (a sign-in's way) has nothing before. */
export function changesOf({ before, after }: Pick<AuditRecord, 'before' | 'after'>): ChangedField[] {
  const [old, now] = [membersOf(before), membersOf(after)]
  const gone = Object.fromEntries(Object.keys(old ?? {}).map((field) => [field, undefined]))
  return changedFields({ before: old, after: { ...gone, ...now } })
}

/** A bare value stands under no name of its own. */
function membersOf(value: unknown): Record<string, unknown> | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : { value }
}
