import type { AnswerSet, Judged, Value } from '../answering/index.ts'
import type { Grouping } from './grouping.ts'
import type { CountedItem, ResultPlan } from './counted-items.ts'
import type { SetCounts } from './types.ts'

/**
 * Persons counted by what they answered. Every cell is a number of persons, so that parts add up: the same tally comes from
 * answer sets read one by one, from sums kept in a store (`TallyRow`), and from tallies of parts.
 *
 * Items are those of the questionnaire, `PEOPLE` and `CRITERIA`. Keys of an item: `shown`, `answered`, `base` (answered with
 * more than «затрудняюсь»), and `=value` for every value chosen. Keys of `CRITERIA`: `any`, and for each pair of criteria that
 * a person rated, itself with itself included, `first second rating rating` by their places in the plan.
 */
export type Cells = Map<string, Map<string, number>>

export const PEOPLE = '#people'
export const CRITERIA = '#criteria'
const one = 'n'

/** A cell as a store keeps it; `group` is null for all used sets together. */
export interface TallyRow {
  readonly group: string | null
  readonly item: string
  readonly key: string
  readonly count: number
}

/** Used sets counted, all together and by group. */
export interface Tally {
  readonly sets: { -readonly [key in keyof SetCounts]: number }
  readonly all: Cells
  readonly groups: Map<string, Cells>
}

export const emptyTally = (): Tally => ({
  sets: { read: 0, invalid: 0, partial: 0, screened: 0, excluded: 0, used: 0 },
  all: new Map(),
  groups: new Map(),
})

export function addCount(cells: Cells, item: string, key: string, count = 1): void {
  const keys = cells.get(item)
  if (keys) keys.set(key, (keys.get(key) ?? 0) + count)
  else cells.set(item, new Map([[key, count]]))
}

export const countAt = (cells: Cells, item: string, key: string): number => cells.get(item)?.get(key) ?? 0
export const peopleIn = (cells: Cells): number => countAt(cells, PEOPLE, one)

/** What kept sums and counts of sets say, as a tally. */
export function tallyOfRows(sets: SetCounts, rows: Iterable<TallyRow>): Tally {
  const tally: Tally = { ...emptyTally(), sets: { ...sets } }
  for (const { group, item, key, count } of rows)
    addCount(group === null ? tally.all : cellsOf(tally, group), item, key, count)
  return tally
}

function cellsOf({ groups }: Tally, group: string): Cells {
  const cells = groups.get(group) ?? new Map()
  groups.set(group, cells)
  return cells
}

/** What becomes of a set; `used` ones are counted. */
export function fateOf({ excluded }: AnswerSet, { ok, outcome }: Judged): Exclude<keyof SetCounts, 'read'> {
  if (!ok) return 'invalid'
  if (outcome !== 'complete') return outcome
  return excluded ? 'excluded' : 'used'
}

/** A line that is no answer set. */
export function addBadLine({ sets }: Tally): void {
  sets.read++
  sets.invalid++
}

export function addSet(tally: Tally, plan: ResultPlan, set: AnswerSet, judged: Judged, grouping?: Grouping): void {
  const fate = fateOf(set, judged)
  tally.sets.read++
  tally.sets[fate]++
  if (fate !== 'used') return
  const group = grouping?.valueOf(set, judged)
  const own = group === undefined ? undefined : cellsOf(tally, group)
  countSet(plan, judged, (item, key) => {
    addCount(tally.all, item, key)
    if (own) addCount(own, item, key)
  })
}

/** Calls `count` for every cell that a used set belongs to. */
export function countSet(plan: ResultPlan, judged: Judged, count: (item: string, key: string) => void): void {
  count(PEOPLE, one)
  for (const code of judged.shown) {
    const item = plan.byCode.get(code)
    if (item) countItem(item, judged.values.get(code), (key) => count(code, key))
  }
  countCriteria(plan, judged, (key) => count(CRITERIA, key))
}

function countItem(counted: CountedItem, value: Value | undefined, count: (key: string) => void): void {
  count('shown')
  if (value === undefined) return
  count('answered')
  const given = isOpen(counted) ? [] : [value].flat().map(String)
  for (const code of given) count(`=${code}`)
  if (isOpen(counted) || given.some((code) => !counted.missing.includes(code))) count('base')
}

const isOpen = ({ item: { type } }: CountedItem): boolean =>
  type === 'text' || type === 'long' || type === 'date' || type === 'consent'

function countCriteria({ criteria }: ResultPlan, { values }: Judged, count: (key: string) => void): void {
  const rated = criteria.flatMap(({ code }, at) => {
    const value = values.get(code)
    return typeof value === 'number' ? [{ at, value }] : []
  })
  if (rated.length > 0) count('any')
  rated.forEach((first, from) => {
    for (const second of rated.slice(from)) count(`${first.at} ${second.at} ${first.value} ${second.value}`)
  })
}
