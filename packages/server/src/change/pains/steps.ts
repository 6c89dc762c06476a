import type { ProblemRecord } from '@otklik/model/change/api'
import {
  type ProblemEvent,
  type ProblemFacts,
  type ProblemGuard,
  PROBLEMS,
  type ProblemState,
} from '@otklik/model/change/problems'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { painProblem } from '../problems.ts'
import { findProblem, type ProblemRow, readRecord } from './record.ts'

interface Problems {
  id: number
  row: ProblemRow
  state: ProblemState
  event: ProblemEvent
  guard: ProblemGuard
  facts: ProblemFacts
  change: { reason: string | null }
}

const LIFECYCLE: Lifecycle<Problems> = {
  tableOf: () => PROBLEMS,
  hold: async (tx, id, { who }) => {
    await tx.selectFrom('change_problems').select('id').where('id', '=', id).forUpdate().execute()
    return findProblem(tx, id, who)
  },
  factsOf: async (_, row) => ({
    worded: row.name !== '',
    backed: row.topics.length + row.links.length,
    openMeasures: row.open,
    verifiedMeasures: row.verified,
    reason: true,
  }),
  refusal: (row, event, refused) => painProblem(event, row.state, refused),
  save: async (tx, { id, version }, change) => {
    await tx
      .updateTable('change_problems')
      .set({ ...change, version: version + 1 })
      .where('id', '=', id)
      .execute()
  },
  subject: ({ id }) => `problem:${id}`,
}

type What = 'problem.declined' | 'problem.solved' | 'problem.reopened'

const move = (db: Db, id: number, event: ProblemEvent, what: What, reason: string | null, caller: Caller) =>
  db.transaction().execute(async (tx): Promise<ProblemRecord> => {
    await takeStep(tx, LIFECYCLE, id, { event, what, change: { reason }, after: () => ({ reason }) }, caller)
    return readRecord(tx, id, caller.who)
  })

/** «Пока не можем»: those who named it will read why. */
export const declineProblem = (db: Db, id: number, reason: string, caller: Caller) =>
  move(db, id, 'decline', 'problem.declined', reason, caller)
export const solveProblem = (db: Db, id: number, caller: Caller) =>
  move(db, id, 'solve', 'problem.solved', null, caller)
export const reopenProblem = (db: Db, id: number, reason: string, caller: Caller) =>
  move(db, id, 'reopen', 'problem.reopened', reason, caller)
