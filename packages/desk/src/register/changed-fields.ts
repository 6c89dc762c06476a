import type { Change } from '@otklik/model/register/api'

export interface ChangedField {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields in which a record differs from what it was; all that are filled in where there was nothing before. */
export function changedFields({ before, after }: Pick<Change, 'before' | 'after'>): ChangedField[] {
  return Object.entries(after)
    .map(([field, value]) => ({ field, before: before?.[field], after: value }))
    .filter(({ before: old, after: now }) =>
      before === null ? isFilled(now) : JSON.stringify(old) !== JSON.stringify(now),
    )
}

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A value of a record as a person reads it. */
export function shown(value: unknown): string {
  if (!isFilled(value)) return '–'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
