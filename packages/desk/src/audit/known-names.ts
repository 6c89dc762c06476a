import type { AuditRecord } from '@otklik/model/access/api'

/** The names that records tell of people and organisations, by `user:12` and `organisation:12`; the latest first. */
export function namesIn(rows: readonly AuditRecord[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const note = (key: string, name: unknown) => {
    if (typeof name === 'string' && name !== '' && !names.has(key)) names.set(key, name)
  }
  for (const { who, organisation, subject, before, after } of rows) {
    if (who.kind === 'user') note(`user:${who.id}`, who.name)
    if (organisation !== null) note(`organisation:${organisation.id}`, organisation.name)
    // A package is known by its number: files of every day may be called alike.
    if (subject.startsWith('package:')) continue
    note(subject, nameOf(after))
    note(subject, nameOf(before))
  }
  return names
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
