import type { RawOrigin, RawRow, RawTable } from './rows.ts'

/** What a later row has to have alike to take the place of an earlier one of the same request. */
const keys: Readonly<Record<RawTable, string | undefined>> = {
  requests: undefined,
  payments: 'uin',
  ratings: 'rated_at',
  complaints: 'accepted_at',
}

export type WithReplacement = RawRow & {
  /** The row that took its place; null: this one counts. */
  readonly replacedBy: RawOrigin | null
}

/** Says of each row of a request, in the order they came, which later one of the same key took its place. */
export function withReplacements(table: RawTable, rows: readonly RawRow[]): WithReplacement[] {
  const key = keys[table]
  const keyOf = ({ fields }: RawRow): string => (key === undefined ? '' : (fields[key] ?? ''))
  const next = new Map<string, RawRow>()
  const marked = rows.toReversed().map((row): WithReplacement => {
    const replacedBy = next.get(keyOf(row)) ?? null
    next.set(keyOf(row), row)
    return { ...row, replacedBy }
  })
  return marked.toReversed()
}
