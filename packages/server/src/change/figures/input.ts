import { NEGATIVE_RATING, type Source } from '@otklik/model/change'
import type { PainsInput, Problem } from '@otklik/model/change/pains'
import { comparableGroups } from '@otklik/model/change/rubricator'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { currentRubricator } from '../rubricator/current.ts'
import { currentSettings } from '../settings/settings.ts'

/** What is counted: the processes by their ids, over days of local time, both included. */
export interface CountedOver {
  readonly processes: ReadonlyMap<string, string>
  readonly period: string
  readonly first: string
  readonly last: string
  /** Only what came from there; absent: from everywhere. */
  readonly source?: Source | undefined
}
export interface Coverage {
  readonly statements: number
  readonly coded: number
  readonly filtered: number
  readonly uncoded: number
  readonly respondents: number
  readonly items: number
}
export interface Counted {
  readonly input: PainsInput
  readonly coverage: Coverage
}

/** Statements alike in everything that is counted. */
interface Alike {
  readonly source: Source
  readonly process: string
  readonly weight: number
  readonly rating: number | null
  readonly codes: string[] | null
  readonly filtered: string | null
  readonly count: number
}

/**
 * What the map of a period is computed from. Answers of surveys are respondents; appeals, complaints and reviews with a
 * rating of 1 or 2 are negative items. What nobody has coded yet is in neither: it would count as naming nothing.
 */
export async function painsInput(db: Db, over: CountedOver): Promise<Counted> {
  const ids = [...over.processes.keys()]
  const [groups, problems, settings] = await Promise.all([
    alike(db, over, ids),
    problemsOf(db, ids),
    currentSettings(db),
  ])
  const known = groups.filter(({ codes, filtered }) => codes !== null || filtered !== null)
  const named = await namer(db, problems)
  const respondents = known
    .filter(({ source }) => source === 'answer')
    .map((one) => ({ ...one, channel: null, problems: named(one) }))
  const items = known
    .filter((one) => isNegative(one) && one.filtered === null)
    .map((one) => ({ process: one.process, problems: named(one), count: one.count }))
  const input = {
    period: over.period,
    settings,
    processes: [...over.processes].map(([id, name]) => ({ id, name })),
    problems: problems.map(problemOf),
    respondents,
    items,
    measures: [],
  }
  return { input, coverage: coverageOf(groups, headsOf(respondents), headsOf(items)) }
}

const headsOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0)

const isNegative = ({ source, rating }: Alike): boolean =>
  source === 'appeal' || source === 'complaint' || (source === 'review' && rating !== null && rating <= NEGATIVE_RATING)

async function alike(db: Db, { first, last, source }: CountedOver, ids: readonly string[]): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    SELECT source, process, weight, rating, codes, filtered, count(*) AS count FROM change_statements
    WHERE process = ANY(${[...ids]}::text[]) AND day BETWEEN ${first} AND ${last}
      AND ${source === undefined ? sql`true` : sql`source = ${source}`}
    GROUP BY source, process, weight, rating, codes, filtered
    ORDER BY process, source, codes, rating, weight, filtered`.execute(db)
  return rows
}

type ProblemRow = Awaited<ReturnType<typeof problemsOf>>[number]

const problemsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('change_problems')
    .select(['id', 'name', 'stage', 'feasibility', 'flag', 'topics', 'processes'])
    .where(sql<boolean>`processes && ${[...ids]}::text[]`)
    .orderBy('id')
    .execute()

const problemOf = ({ id, name, stage, feasibility, flag }: ProblemRow): Problem => ({
  code: String(id),
  name,
  stage,
  feasibility,
  flag,
})

/** Which problems a coding names: those of the process with one of its topics, or one that stands for it in another edition. */
export async function namer(
  db: Db,
  problems: readonly Pick<ProblemRow, 'id' | 'topics' | 'processes'>[],
): Promise<(one: { readonly process: string; readonly codes: readonly string[] | null }) => string[]> {
  const comparable = comparableGroups(await currentRubricator(db))
  const wide = problems.map(({ id, topics, processes }) => ({
    code: String(id),
    processes: new Set(processes),
    topics: new Set(topics.flatMap((topic) => comparable.get(topic) ?? [topic])),
  }))
  return ({ process, codes }) =>
    wide
      .filter((problem) => problem.processes.has(process) && codes?.some((code) => problem.topics.has(code)))
      .map(({ code }) => code)
}

function coverageOf(groups: readonly Alike[], respondents: number, items: number): Coverage {
  const sum = (fits: (one: Alike) => boolean) => groups.filter(fits).reduce((total, { count }) => total + count, 0)
  return {
    statements: sum(() => true),
    coded: sum(({ codes }) => codes !== null),
    filtered: sum(({ codes, filtered }) => codes === null && filtered !== null),
    uncoded: sum(({ codes, filtered }) => codes === null && filtered === null),
    respondents,
    items,
  }
}
