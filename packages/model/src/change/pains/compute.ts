import { round4, round4OrNull } from '../../indicators/index.ts'
import { prevalenceOf, priorityOf } from './judge.ts'
import { compareRows } from './order.ts'
import { impactOf, limitsOf, lossOf, shareOf } from './shares.ts'
import type { Item, PainCell, PainMap, PainRow, PainsInput, Problem, Process, Respondent } from './types.ts'
import { whyOf } from './why.ts'

/** Shares as they are printed: percent with 4 decimals. */
const percent = (share: number | null | undefined): number | null => round4OrNull(share == null ? null : 100 * share)

/** The map of a period: every problem that somebody names in a process, and every stage of the processes asked about. */
export function computePains(input: PainsInput): PainMap {
  const askedIn = Map.groupBy(input.respondents, ({ process }) => process)
  const itemsIn = Map.groupBy(input.items, ({ process }) => process)
  const places = input.processes.map((process) => ({
    process,
    asked: (askedIn.get(process.id) ?? []).filter(wasAsked),
    items: itemsIn.get(process.id) ?? [],
  }))
  const breadth = breadths(places, input.settings.breadth_min)
  const rows = places.flatMap((place) => {
    const named = new Set([...place.asked, ...place.items].flatMap(({ problems }) => problems))
    const here = input.problems.filter(({ code }) => named.has(code))
    return here.map((problem) => rowOf(place, problem, breadth.get(problem.code) ?? 0, input))
  })
  const feasibility = new Map(input.problems.map(({ code, feasibility: grade }) => [code, grade]))
  return {
    period: input.period,
    rows: rows
      .toSorted((one, other) => compareRows(one, other, feasibility))
      .map((row, at) => ({ ...row, order: at + 1 })),
    cells: places.filter(({ asked }) => asked.length > 0).flatMap((place) => cellsOf(place, input)),
  }
}

type Asked = Respondent & { readonly problems: readonly string[] }
const wasAsked = (one: Respondent): one is Asked => one.problems !== null

interface Place {
  readonly process: Process
  readonly asked: readonly Asked[]
  readonly items: readonly Item[]
}

const naming = (code: string) => (one: { readonly problems: readonly string[] | null }) =>
  one.problems?.includes(code) ?? false

/** For each problem the processes in which enough people and items name it. */
function breadths(places: readonly Place[], least: number): Map<string, number> {
  const breadth = new Map<string, number>()
  for (const { asked, items } of places) {
    const named = new Map<string, number>()
    for (const { problems, count = 1 } of [...asked, ...items])
      for (const code of problems) named.set(code, (named.get(code) ?? 0) + count)
    for (const [code, count] of named) if (count >= least) breadth.set(code, (breadth.get(code) ?? 0) + 1)
  }
  return breadth
}

function rowOf(place: Place, problem: Problem, breadth: number, { settings }: PainsInput): PainRow {
  const names = naming(problem.code)
  const survey = shareOf(place.asked, names)
  const negative = shareOf(
    place.items.map((item) => ({ ...item, weight: 1 })),
    names,
  )
  const basis = survey.nEff < settings.min_n && negative.n >= settings.min_n ? 'negative' : 'survey'
  const share = basis === 'survey' ? survey : negative
  const limits = limitsOf(share)
  const impact = impactOf(place.asked, names, settings.rated_min)
  // The loss is of those who were asked, also where prevalence is counted over negative items.
  const loss = lossOf(survey.p, impact)
  const prevalence = prevalenceOf(basis, share, limits?.low ?? 0, settings)
  const significant = (impact.difference?.low ?? 0) > 0
  const priority = priorityOf(prevalence, significant, breadth, problem.flag)
  const row = {
    process: place.process.id,
    problem: problem.code,
    basis,
    n: share.n,
    n_eff: round4(share.nEff),
    named: share.named,
    items: negative.named,
    p: percent(share.p),
    low: percent(limits?.low),
    high: percent(limits?.high),
    prevalence,
    rated_with: impact.ratedWith,
    rated_without: impact.ratedWithout,
    csat_with: percent(impact.csatWith),
    csat_without: percent(impact.csatWithout),
    loss: percent(loss?.loss),
    loss_low: percent(loss?.low),
    loss_high: percent(loss?.high),
    significant,
    breadth,
    priority,
    term_days: priority === null ? null : settings.term_days[priority],
    order: 0,
  } as const
  return { ...row, why: whyOf(row, problem, settings, survey.n) }
}

/** Every stage that a problem of the list has, in the order in which the problems name them. */
function cellsOf({ process, asked }: Place, { problems, settings }: PainsInput): PainCell[] {
  const stages = Map.groupBy(
    problems.filter(({ stage }) => stage !== null),
    ({ stage }) => stage ?? '',
  )
  return [...stages].map(([stage, own]) => {
    const codes = new Set(own.map(({ code }) => code))
    const names = (one: Respondent): boolean => one.problems?.some((code) => codes.has(code)) ?? false
    const share = shareOf(asked, names)
    const limits = limitsOf(share)
    const loss = lossOf(share.p, impactOf(asked, names, settings.rated_min))
    return {
      process: process.id,
      stage,
      n: share.n,
      named: share.named,
      p: percent(share.p),
      low: percent(limits?.low),
      high: percent(limits?.high),
      loss: percent(loss?.loss),
      loss_low: percent(loss?.low),
      loss_high: percent(loss?.high),
    }
  })
}
