/**
 * Names of steps from before they had dates, in the order in which installations have run them: contexts before those
 * whose tables name theirs.
 */
const UNDATED: readonly string[] = [
  'audit/001-log',
  'audit/002-organisation',
  'access/001-people',
  'access/002-suppliers',
  'register/001-records',
  'register/002-history',
  'exchange/001-ledger',
  'progress/001-alarms',
  'progress/002-alarms-remaining',
  'access/003-organisations',
  'access/004-signing-in',
  'access/005-tokens',
  'certification/001-lists',
  'audit/003-heads',
  'platform/001-records-key',
  'progress/001-facts',
  'exchange/001-staging',
  'exchange/002-staging',
  'exchange/003-staging',
]
const DATED = /^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/
/** `exchange/001-staging/007` stands where `exchange/001-staging` does. */
const group = (name: string): string => name.replace(/\/\d{3}$/, '')

/**
 * The steps of all contexts in one order: first those without a date, then by date and name, `2026-11-30-appeals-register`.
 * Throws where a name is neither, or given twice: what installations have written down must stay one thing.
 */
export function inOrder<Step extends { readonly name: string }>(steps: readonly Step[]): readonly Step[] {
  const known = new Set<string>()
  for (const { name } of steps) {
    if (!DATED.test(name) && !UNDATED.includes(group(name)))
      throw new Error(`${name} is no name of a step: 2026-11-30-context-what`)
    if (known.has(name)) throw new Error(`${name} is the name of two steps`)
    known.add(name)
  }
  const place = (name: string) => (DATED.test(name) ? UNDATED.length : UNDATED.indexOf(group(name)))
  return steps.toSorted((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1))
}
