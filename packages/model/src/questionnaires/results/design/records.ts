import type { AnswerSet, Judged } from '../../answering/index.ts'
import type { ResultPlan } from '../counted-items.ts'
import type { Grouping } from '../grouping.ts'
import { countSet } from '../tally.ts'

/** What one item was answered with: for each person the place of an entry, or how it was not answered. */
export interface Column {
  /** Every answer that occurs, as the keys it counts for: `answered`, `base`, `=value`. */
  readonly entries: (readonly string[])[]
  readonly places: Map<string, number>
  readonly answers: number[]
}

export const NOT_SHOWN = -1

/** Used answer sets, kept person by person: what weights and clusters can't do without. */
export interface Records {
  readonly weights: number[]
  /** Clusters and strata as numbers; a person without a cluster is one. */
  readonly clusters: number[]
  readonly strata: number[]
  /** The value of every grouping asked for, by its name. */
  readonly values: ReadonlyMap<string, (string | undefined)[]>
  readonly columns: ReadonlyMap<string, Column>
}

export interface Recorder {
  readonly records: Records
  /** A used set. */
  add(set: AnswerSet, judged: Judged): void
}

export interface DesignGroupings {
  /** Values that are needed later: of groups and of margins. */
  readonly kept: readonly Grouping[]
  readonly clusters?: Grouping
  readonly strata?: Grouping
}

/** Gathers used sets. Clusters are told apart within their strata. */
export function recorder(plan: ResultPlan, { kept, clusters, strata }: DesignGroupings): Recorder {
  // What groups and margins have in common is kept once.
  const named = new Map(kept.map((grouping) => [grouping.name, grouping]))
  const records = {
    weights: [] as number[],
    clusters: [] as number[],
    strata: [] as number[],
    values: new Map([...named.keys()].map((name) => [name, [] as (string | undefined)[]])),
    columns: new Map(plan.items.map(({ item }) => [item.code, emptyColumn()])),
  }
  const strataAt = numbered()
  const clusterAt = numbered()
  return {
    records,
    add: (set, judged) => {
      const stratum = strata?.valueOf(set, judged) ?? ''
      const cluster = clusters?.valueOf(set, judged)
      const person = records.weights.length
      records.weights.push(set.weight ?? 1)
      records.strata.push(strataAt(stratum))
      records.clusters.push(clusterAt(cluster === undefined ? `${person}` : `${JSON.stringify(stratum)} ${cluster}`))
      for (const { name, valueOf } of named.values()) records.values.get(name)?.push(valueOf(set, judged))
      addAnswers(records.columns, plan, judged)
    },
  }
}

const emptyColumn = (): Column => ({ entries: [], places: new Map(), answers: [] })

/** Numbers texts from 0 in the order in which they come. */
function numbered(): (text: string) => number {
  const places = new Map<string, number>()
  return (text) => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
}

function addAnswers(columns: Records['columns'], plan: ResultPlan, judged: Judged): void {
  const keys = new Map<string, string[]>()
  countSet(plan, judged, (item, key) => {
    const own = keys.get(item)
    if (own) own.push(key)
    else keys.set(item, [key])
  })
  for (const [code, column] of columns) column.answers.push(placeOf(column, keys.get(code)))
}

function placeOf({ entries, places }: Column, keys: readonly string[] | undefined): number {
  if (keys === undefined) return NOT_SHOWN
  const name = JSON.stringify(keys)
  const known = places.get(name)
  if (known !== undefined) return known
  places.set(name, entries.length)
  return entries.push(keys) - 1
}
