import { addMonths } from '../months/index.ts'
import { type Grade, GRADES } from './grade.ts'

/** A month in which the literal rule fired for one indicator of one service, 'YYYY-MM'. */
export type CriticalMonth = { readonly month: string }

/** What a month did to a case: its first critical value, each further one, the first closed month without one. */
export type CaseStep = { readonly month: string; readonly what: 'opened' | 'grown' | 'ended' }

/** One growth (or one fall of the CSI) with all the months in which the rule fired on it. */
export type CriticalCase<Found extends CriticalMonth> = {
  /** Oldest first; never empty. */
  readonly found: readonly [Found, ...Found[]]
  readonly last: Found
  /** The first closed month after them in which the rule did not fire; null while it still does. */
  readonly endedIn: string | null
  readonly course: readonly CaseStep[]
}

/**
 * The cases of one series: months in which the rule fired (правила сертификации, приложение № 2), one after another without
 * a gap, are one case, because a rise that lasts a month longer is the same rise. A month in between without a critical
 * value ends it: the rule asks for three new rises then, so what follows is another one.
 * @param found the critical values of one indicator and one slice, in any order, one a month at most
 * @param judgedThrough the last month that was judged, 'YYYY-MM': a case that reaches it goes on
 * @returns oldest case first; every critical value is in exactly one
 */
export function casesOf<Found extends CriticalMonth>(
  found: readonly Found[],
  judgedThrough: string,
): CriticalCase<Found>[] {
  const runs: [Found, ...Found[]][] = []
  for (const one of found.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && addMonths(before.month, 1) === one.month) run.push(one)
    else runs.push([one])
  }
  return runs.map((run) => caseOf(run, judgedThrough))
}

function caseOf<Found extends CriticalMonth>(found: [Found, ...Found[]], judgedThrough: string): CriticalCase<Found> {
  const last = found.at(-1) ?? found[0]
  const next = addMonths(last.month, 1)
  const endedIn = next <= judgedThrough ? next : null
  const steps = found.map(({ month }, at): CaseStep => ({ month, what: at === 0 ? 'opened' : 'grown' }))
  return {
    found,
    last,
    endedIn,
    course: endedIn === null ? steps : [...steps, { month: endedIn, what: 'ended' }],
  }
}

/** What the order of cases is decided by, all of the case's last critical value. */
export type CaseUrgency = {
  /** Whether the rule fired in the last judged month. */
  readonly goesOn: boolean
  readonly month: string
  /** Whether a growth survives the correction for many comparisons; null of the CSI, which is no part of it. */
  readonly remains: boolean | null
  readonly grade: Grade
  /** Requests of the last month beyond those that the first share of its run would give; 0 of the CSI. */
  readonly excess: number
}

const survival = ({ remains }: CaseUrgency): number => (remains === null ? 1 : remains ? 0 : 2)

/**
 * Cases of the last judged month first, then the latest; within a month what survives the correction (`correctTrends`)
 * first, then the better founded, then those that concern more requests.
 */
export function byUrgency(a: CaseUrgency, b: CaseUrgency): number {
  if (a.goesOn !== b.goesOn) return a.goesOn ? -1 : 1
  if (a.month !== b.month) return a.month < b.month ? 1 : -1
  return survival(a) - survival(b) || GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || b.excess - a.excess
}
