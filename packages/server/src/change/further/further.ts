import type { AnswerOf, BodyOf } from '@otklik/model/api'
import { NEGATIVE_RATING } from '@otklik/model/change'
import type { declineFurtherSurvey as declineRoute, listFurtherSurveys as listRoute } from '@otklik/model/change/api'
import { type FeedbackMonth, type OpenProblem, proposeSurveys } from '@otklik/model/change/further'
import { dayOf } from '@otklik/model/days'
import { addMonths } from '@otklik/model/months'
import { sql } from 'kysely'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { painFigures } from '../figures/figures.ts'
import { processNames, requireProcesses } from '../processes/reach.ts'
import type { FurtherDeps } from './ports.ts'

type Proposed = AnswerOf<typeof listRoute>

type ListDeps = Pick<FurtherDeps, 'applications'> & { readonly db: Db }
/** Months that a survey would ask about: those that the rules look at. */
const ASKED_MONTHS = 3

/** Additional surveys that the last closed month asks for (003, п. 4.5), with those that somebody declined. */
export async function listFurtherSurveys({ db, applications }: ListDeps, caller: Caller): Promise<Proposed> {
  const today = dayOf(caller.at)
  const month = addMonths(today.slice(0, 7), -1)
  const names = await processNames(db, caller.who)
  const [months, problems, declined, drafted, submitted] = await Promise.all([
    feedback(db, [...names.keys()], month),
    openProblems(db, caller),
    db.selectFrom('change_further_declined').selectAll().where('month', '=', month).execute(),
    db.selectFrom('change_further_drafted').selectAll().where('month', '=', month).execute(),
    applications(addMonths(month, 1 - ASKED_MONTHS), month),
  ])
  const processes = [...names.keys()].map((id) => ({
    id,
    // Of what is no service nobody counts applications: the target is the one for large numbers.
    applications: submitted.get(id) ?? null,
    months: months.get(id) ?? [],
    problems: problems.get(id) ?? [],
  }))
  const { proposals } = proposeSurveys({ month, as_of: today, processes })
  const rows = proposals.map(({ process, rules, target_n: targetN }) => {
    const one = declined.find((row) => row.process === process)
    const made = drafted.find((row) => row.process === process)
    return {
      process,
      processName: names.get(process) ?? process,
      rules: [...rules],
      targetN,
      drafted: made ? { campaign: made.campaign, by: made.by, at: made.at.toISOString() } : null,
      declined: one ? { reason: one.reason, by: one.by, at: one.at.toISOString() } : null,
    }
  })
  return { month, rows }
}

async function feedback(db: Db, ids: readonly string[], month: string): Promise<Map<string, FeedbackMonth[]>> {
  const { rows } = await sql<FeedbackMonth & { process: string }>`
    SELECT process, left(day, 7) AS month,
      count(*) FILTER (WHERE rating IS NOT NULL AND source IN ('answer', 'review')) AS answers,
      count(*) FILTER (WHERE rating <= ${NEGATIVE_RATING} AND source IN ('answer', 'review')) AS dissatisfied,
      count(*) FILTER (WHERE source IN ('appeal', 'complaint') OR (source = 'review' AND rating <= ${NEGATIVE_RATING})) AS negative
    FROM change_statements WHERE process = ANY(${[...ids]}::text[]) AND left(day, 7) >= ${addMonths(month, -3)}
    GROUP BY 1, 2`.execute(db)
  return Map.groupBy(rows, ({ process }) => process)
}

/** Sharp ones of the last closed quarter; since when a priority stands is not kept, so the problem's own day counts. */
async function openProblems(db: Db, caller: Caller): Promise<Map<string, OpenProblem[]>> {
  const { rows } = await painFigures(db, {}, caller)
  const made = await db.selectFrom('change_problems').select(['id', 'made_at']).where('state', '=', 'open').execute()
  const since = new Map(made.map(({ id, made_at }) => [id, dayOf(made_at)]))
  const open = rows.flatMap(({ problem, process, priority, changed, measures }) => {
    const day = since.get(problem)
    if (day === undefined) return []
    const one: OpenProblem = {
      code: String(problem),
      priority: changed?.priority ?? priority,
      since: day,
      measure: measures.length > 0,
    }
    return [{ process, one }]
  })
  return new Map([...Map.groupBy(open, ({ process }) => process)].map(([id, own]) => [id, own.map(({ one }) => one)]))
}

export async function declineFurtherSurvey(
  db: Db,
  { process, month, reason }: BodyOf<typeof declineRoute>,
  { who, from, at }: Caller,
): Promise<void> {
  await requireProcesses(db, [process], who, 'process')
  await db.transaction().execute(async (tx) => {
    const row = { reason, by: displayName(who), at }
    await tx
      .insertInto('change_further_declined')
      .values({ process, month, ...row })
      .onConflict((conflict) => conflict.columns(['process', 'month']).doUpdateSet(row))
      .execute()
    const after = { month, reason }
    await recordAudit(tx, { who, what: 'further_survey.declined', subject: `process:${process}`, after, from, at })
  })
}
