import { type AnswerSet, judge, type Judged, readAnswerSet } from '@otklik/model/questionnaires'
import {
  addBadLine,
  addSet,
  type DesignGroupings,
  emptyTally,
  fateOf,
  type Grouping,
  recorder,
  type Records,
  type ResultPlan,
  type SetCounts,
  type Tally,
} from '@otklik/model/questionnaires/results'
import { numberedLines } from '../../cli/numbered-lines.ts'

/** The tally of a file; undefined where used answers have weights: those can't be told by counting alone. */
export async function tallyFile(plan: ResultPlan, file: string, grouping?: Grouping): Promise<Tally | undefined> {
  const tally = emptyTally()
  for await (const found of setsOf(plan, file)) {
    if (found === undefined) addBadLine(tally)
    else if (isWeighted(found)) return undefined
    else addSet(tally, plan, found.set, found.judged, grouping)
  }
  return tally
}

interface Found {
  readonly set: AnswerSet
  readonly judged: Judged
}

const isWeighted = ({ set, judged }: Found): boolean => (set.weight ?? 1) !== 1 && fateOf(set, judged) === 'used'

/** Every used answer set of a file, person by person. */
export async function recordFile(
  plan: ResultPlan,
  file: string,
  groupings: DesignGroupings,
): Promise<{ sets: SetCounts; records: Records }> {
  const { records, add } = recorder(plan, groupings)
  // Counted by a tally of nothing: what became of the sets is counted in one place.
  const tally = emptyTally()
  const counted = { ...plan, items: [], byCode: new Map(), criteria: [] }
  for await (const found of setsOf(plan, file)) {
    if (found === undefined) addBadLine(tally)
    else {
      addSet(tally, counted, found.set, found.judged)
      if (fateOf(found.set, found.judged) === 'used') add(found.set, found.judged)
    }
  }
  return { sets: tally.sets, records }
}

/** Judged answer sets of a file; undefined stands for a line that is none. */
async function* setsOf(plan: ResultPlan, file: string): AsyncGenerator<Found | undefined> {
  for await (const { text } of numberedLines(file)) {
    const set = readAnswerSet(text)
    yield set && { set, judged: judge(plan.form, set) }
  }
}
