import { answerOrFault } from '@otklik/model/inputs'
import type { RubricatorEdition } from '@otklik/model/change/api'
import {
  editionDifference,
  mergeTopics as merged,
  readRubricator as readShape,
  type Rubricator,
  splitTopic as split,
  type Topic,
} from '@otklik/model/change/rubricator'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import { badField, problem, ProblemError, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { learnJob } from '../learning/job.ts'
import { codeGone, rubricatorChanged } from '../problems.ts'
import { currentRubricator, readRubricator } from './current.ts'

export interface RubricatorDeps {
  readonly db: Db
  readonly jobs: Pick<Jobs, 'enqueue'>
}

/** Makes the next edition out of topics as they were typed or read from a file. */
export const saveRubricator = (deps: RubricatorDeps, given: Rubricator, caller: Caller): Promise<RubricatorEdition> =>
  nextEdition(deps, given.edition, (before) => withPast(before, given.topics), caller)

export interface Split {
  readonly edition: number
  readonly code: string
  readonly into: readonly Topic[]
}
export const splitTopic = (deps: RubricatorDeps, { edition, code, into }: Split, caller: Caller) =>
  nextEdition(deps, edition, (before) => split(before, code, into), caller)

export interface Merge {
  readonly edition: number
  readonly codes: readonly string[]
  readonly into: Topic
}
export const mergeTopics = (deps: RubricatorDeps, { edition, codes, into }: Merge, caller: Caller) =>
  nextEdition(deps, edition, (before) => merged(before, codes, into), caller)

/** A code once given stays: quarters are compared by it. */
function withPast(before: Rubricator, topics: Rubricator['topics']): Rubricator {
  const kept = new Set(topics.map(({ code }) => code))
  const gone = before.topics.find(({ code }) => !kept.has(code))
  if (gone !== undefined) throw problem(codeGone, gone.code)
  return { edition: before.edition + 1, topics }
}

async function nextEdition(
  { db, jobs }: RubricatorDeps,
  edition: number,
  change: (before: Rubricator) => Rubricator,
  caller: Caller,
): Promise<RubricatorEdition> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'rubricator')
    const before = await currentRubricator(tx)
    if (before.edition !== edition) throw problem(rubricatorChanged)
    const after = checked(change, before)
    await tx
      .insertInto('change_rubricators')
      .values({
        edition: after.edition,
        topics: JSON.stringify(after.topics),
        made_by: displayName(who),
        made_at: at,
      })
      .execute()
    await jobs.enqueue(tx, learnJob, {}, { key: 'learn' })
    await recordAudit(tx, {
      who,
      what: 'rubricator.saved',
      subject: `rubricator:${after.edition}`,
      after: editionDifference(before, after),
      from,
      at,
    })
  })
  return readRubricator(db, undefined, who)
}

/** The changed rubricator; every fault with its place, as the command says it. */
function checked(change: (before: Rubricator) => Rubricator, before: Rubricator): Rubricator {
  const after = answerOrFault(() => change(before))
  if ('error' in after) throw badField('topics', after.error.message)
  const read = readShape(after)
  if ('rubricator' in read) return read.rubricator
  const detail = read.faults[0]?.message ?? ''
  throw new ProblemError(problems.invalidRequest, detail, { errors: read.faults })
}
