import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { draftFurtherSurvey as route } from '@otklik/model/change/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { painFigures } from '../figures/figures.ts'
import { requireProcesses } from '../processes/reach.ts'
import { furtherDecided, noAuthority } from '../problems.ts'
import { listFurtherSurveys } from './further.ts'
import type { FurtherDeps } from './ports.ts'

export interface DraftDeps extends FurtherDeps {
  readonly db: Db
}

/** Drafts the survey that the figures propose, with the problems the map has now. Nothing is asked before somebody starts it. */
export async function draftFurtherSurvey(
  deps: DraftDeps,
  { process, month }: BodyOf<typeof route>,
  caller: Caller<Principal>,
): Promise<{ campaign: string }> {
  const { db, draftSurvey } = deps
  const { who, from, at } = caller
  await requireProcesses(db, [process], who, 'process')
  const proposal = await proposed(deps, process, month, caller)
  const { name, kind, authority_id } = await db
    .selectFrom('change_processes')
    .select(['name', 'kind', 'authority_id'])
    .where('id', '=', process)
    .executeTakeFirstOrThrow()
  if (authority_id === null) throw problem(noAuthority)
  const { rows } = await painFigures(db, { process }, caller)
  const service = kind === 'service' || kind === 'support'
  const campaign = await draftSurvey(
    {
      code: codeOf(process, month),
      process: name,
      service,
      services: /^\d+$/.test(process) ? [process] : [],
      authority: String(authority_id),
      problems: rows.map((row) => ({ code: `p${row.problem}`, name: row.problemName })),
      target: proposal.targetN,
    },
    caller,
  )
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('change_further_drafted')
      .values({ process, month, campaign, by: displayName(who), at })
      .onConflict((known) => known.doNothing())
      .execute()
    const after = { month, campaign, target: proposal.targetN }
    await recordAudit(tx, { who, what: 'further_survey.drafted', subject: `process:${process}`, after, from, at })
  })
  return { campaign }
}

/** Only what is proposed now, and not decided yet. */
async function proposed(deps: DraftDeps, process: string, month: string, caller: Caller) {
  const listed = await listFurtherSurveys(deps, caller)
  const row = listed.rows.find((one) => one.process === process)
  if (listed.month !== month || row === undefined)
    throw badField('process', 'Дополнительный опрос по этому процессу сейчас не предлагается. Обновите страницу.')
  if (row.drafted !== null || row.declined !== null) throw problem(furtherDecided)
  return row
}

/** Of signs that a questionnaire's code has. */
const codeOf = (process: string, month: string): string =>
  `further.${process.toLowerCase().replaceAll(/[^a-z0-9_.-]/g, '-')}.${month}`.slice(0, 64)
