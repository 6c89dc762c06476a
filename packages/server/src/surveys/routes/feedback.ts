import { type Principal, reachOf } from '@otklik/model/access'
import type { Feedback } from '@otklik/model/surveys/api'
import * as contract from '@otklik/model/surveys/api'
import type { Caller } from '../../platform/audit/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { answerList, type App, serve, servePage } from '../../platform/http/index.ts'
import { eraseContact, readContactOf } from '../feedback/contacts.ts'
import { feedbackCounts, listFeedback, readFeedback } from '../feedback/list.ts'
import { publishFeedback, withdrawFeedback } from '../feedback/publish.ts'
import { saidPage } from '../feedback/said-page.ts'
import { type FeedbackDeps, stepFeedback } from '../feedback/step.ts'
import { feedbackTable } from '../table-exports.ts'

interface Named extends Caller<Principal> {
  readonly params: { readonly id: string }
}

/** What respondents want an answer to, and the public page of what they were answered. */
export function feedbackRoutes(app: App, deps: FeedbackDeps & { readonly cipher: Cipher }): void {
  const { db } = deps
  /** Does it, and answers with the feedback as it is then. */
  const after = async (work: Promise<unknown>, { params, who, at }: Named): Promise<Feedback> => {
    await work
    return readFeedback(db, params.id, who, at)
  }
  serve(app, contract.listFeedback, async ({ query, who, at, reply }) =>
    answerList(reply, query, await listFeedback(db, query, who, at), feedbackTable),
  )
  serve(app, contract.countFeedback, ({ who, at }) => feedbackCounts(db, reachOf(who), at))
  serve(app, contract.readFeedback, ({ params, who, at }) => readFeedback(db, params.id, who, at))
  serve(app, contract.stepFeedback, (call) => after(stepFeedback(deps, call.params.id, call.body, call), call))
  serve(app, contract.publishFeedback, (call) => after(publishFeedback(db, call.params.id, call.body.said, call), call))
  serve(app, contract.withdrawFeedback, (call) => after(withdrawFeedback(db, call.params.id, call), call))
  serve(app, contract.readFeedbackContact, ({ params, who, at }) => readContactOf(deps, params.id, who, at))
  serve(app, contract.eraseFeedbackContact, (call) =>
    after(eraseContact(db, call.params.id, call.body.reason, call), call),
  )
  servePage(app, '/said/:authority', ({ params, at }) => saidPage(db, params['authority'] ?? '', at))
}
