import { type EffectMonth, effectOf, MIX_WARNING } from '@otklik/model/change/effect'
import type { MeasureEffect } from '@otklik/model/change/api'
import { NEGATIVE_RATING } from '@otklik/model/change'
import { addMonths, monthsBetween } from '@otklik/model/months'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleMeasure } from '../measures/reach.ts'
import { namer } from './input.ts'

interface Said {
  readonly month: string
  readonly process: string
  readonly channel: string | null
  readonly codes: string[] | null
  readonly answer: boolean
  readonly count: number
}
/** Months looked at on either side: as long as the windows get. */
const AROUND = 6
const ENOUGH = 30

/** What became of the share that names the measure's problems; null while it is not done. Closed months only. */
export async function readEffect(db: Db, id: number, { who, at }: Caller): Promise<MeasureEffect | null> {
  const measure = await visibleMeasure(db, id, who)
  if (measure === undefined) throw problem(problems.notFound)
  if (measure.done_on === null) return null
  const months = monthsAround(measure.done_on.slice(0, 7), dayOf(at).slice(0, 7))
  const said = await saidIn(db, measure.processes, months)
  const own = await ownProblems(db, id)
  const named = await namer(db, own)
  const answers = said.filter(({ answer }) => answer)
  const basis = sum(answers) >= ENOUGH ? 'survey' : 'negative'
  const counted = basis === 'survey' ? answers : said.filter(({ answer }) => !answer)
  const series = months.map((month) => monthOf(month, counted, (one) => named(one).length > 0))
  const effect = effectOf({ done_on: measure.done_on, better: 'less', months: series })
  return {
    ...effect,
    before: { ...effect.before },
    after: { ...effect.after },
    mix_warning: (effect.mix_shift ?? 0) >= MIX_WARNING,
    basis,
    months: series.map(({ month, n, x }) => ({ month, n, x })),
  }
}

function monthsAround(done: string, now: string): string[] {
  const last = [addMonths(done, AROUND), addMonths(now, -1)].toSorted()[0] ?? done
  return monthsBetween(addMonths(done, -AROUND), last)
}

const ownProblems = (db: Db, id: number) =>
  db
    .selectFrom('change_problems as p')
    .innerJoin('change_measure_problems as l', 'l.problem_id', 'p.id')
    .select(['p.id', 'p.topics', 'p.processes'])
    .where('l.measure_id', '=', id)
    .execute()

async function saidIn(db: Db, processes: readonly string[], months: readonly string[]): Promise<Said[]> {
  const { rows } = await sql<Said>`
    SELECT left(day, 7) AS month, process, channel, codes, source = 'answer' AS answer, count(*) AS count
    FROM change_statements
    WHERE process = ANY(${[...processes]}::text[]) AND left(day, 7) = ANY(${[...months]}::text[])
      AND (codes IS NOT NULL OR (filtered IS NOT NULL AND source = 'answer'))
      AND (source <> 'review' OR rating <= ${NEGATIVE_RATING})
    GROUP BY 1, 2, 3, 4, 5`.execute(db)
  return rows
}

const sum = (said: readonly Said[]): number => said.reduce((total, { count }) => total + count, 0)

function monthOf(month: string, said: readonly Said[], names: (one: Said) => boolean): EffectMonth {
  const own = said.filter((one) => one.month === month)
  const channels = Map.groupBy(own, ({ channel }) => channel ?? 'не указан')
  return {
    month,
    n: sum(own),
    x: sum(own.filter(names)),
    channels: Object.fromEntries([...channels].map(([channel, of]) => [channel, sum(of)])),
  }
}
