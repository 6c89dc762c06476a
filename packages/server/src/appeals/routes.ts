import * as contract from '@otklik/model/appeals/api'
import { answerList, type App, type Call, serve, serveUpload } from '../platform/http/index.ts'
import { sendPaper } from '../platform/papers/index.ts'
import type { Tx } from '../platform/postgres/open.ts'
import { attach, MOST_ATTACHED_BYTES, sendAttachment } from './attachments/attachments.ts'
import { answer, reopen } from './course/answer.ts'
import {
  assign,
  close,
  extend,
  forward,
  inTransaction,
  markDuplicate,
  registerWithin,
  voidAppeal,
} from './course/steps.ts'
import type { AppealsDeps, FilesDeps } from './deps.ts'
import { lookAt } from './loads/look.ts'
import { listMappings, saveMapping } from './loads/mappings.ts'
import { listLoads, readLoad } from './loads/record.ts'
import { sendSetAside } from './loads/set-aside.ts'
import { takeFile } from './loads/take.ts'
import { freeze, listFrozen, wired } from './metrics/freeze.ts'
import { type MetricsAsk, metricsOf, quarterBefore } from './metrics/metrics.ts'
import { metricsPaper } from './metrics/paper.ts'
import { readCard } from './register/card.ts'
import { choicesOf } from './register/choices.ts'
import { listAppeals } from './register/list.ts'
import { readOriginal } from './register/original.ts'
import { receiveAppeal } from './register/receive.ts'
import { listReminders } from './reminders/list.ts'
import { appealsTable } from './table-exports.ts'
import { listRules, saveRule } from './terms/rules.ts'

export function appealRoutes(app: App, deps: FilesDeps): void {
  registerRoutes(app, deps)
  courseRoutes(app, deps)
  attachmentRoutes(app, deps)
  fileRoutes(app, deps)
  figureRoutes(app, deps)
}

function attachmentRoutes(app: App, deps: AppealsDeps): void {
  const limits = { maxBytes: MOST_ATTACHED_BYTES }
  serveUpload(
    app,
    contract.addAppealFile,
    (call) => attach(deps, { ...call.params, ...call.query, of: 'appeal', body: call.body }, call),
    limits,
  )
  serveUpload(
    app,
    contract.addAnswerFile,
    (call) => attach(deps, { ...call.params, ...call.query, of: 'answer', body: call.body }, call),
    limits,
  )
  serve(app, contract.downloadAppealFile, (call) =>
    sendAttachment(deps, { ...call.params, ...call.query }, call.reply, call),
  )
}

/** As large as a register of 100,000 appeals with their texts gets, several times over. */
const MOST_FILE_BYTES = 200 * 1024 ** 2

function fileRoutes(app: App, deps: FilesDeps): void {
  const { db } = deps
  const limits = { maxBytes: MOST_FILE_BYTES }
  serve(app, contract.listAppealMappings, (call) => listMappings(db, call))
  serve(app, contract.saveAppealMapping, (call) => saveMapping(db, call.body, call))
  serveUpload(app, contract.lookAtAppealsFile, (call) => lookAt(deps, { ...call.query, body: call.body }, call), limits)
  serveUpload(
    app,
    contract.loadAppealsFile,
    (call) => takeFile(deps, { ...call.query, mapping: call.query.mapping ?? null, body: call.body }, call),
    limits,
  )
  serve(app, contract.listAppealsLoads, (call) => listLoads(db, call))
  serve(app, contract.readAppealsLoad, (call) => readLoad(db, call.params.id, call.who))
  serve(app, contract.downloadSetAsideAppeals, (call) =>
    sendSetAside(deps, { ...call.params, ...call.query }, call.reply, call),
  )
}

function registerRoutes(app: App, deps: AppealsDeps): void {
  const { db } = deps
  serve(app, contract.listAppeals, async (call) =>
    answerList(call.reply, call.query, await listAppeals(db, call.query, call), appealsTable),
  )
  serve(app, contract.receiveAppeal, (call) => receiveAppeal(deps, call.body, call))
  serve(app, contract.readAppealChoices, (call) => choicesOf(db, call))
  serve(app, contract.listAppealReminders, (call) => listReminders(db, call))
  serve(app, contract.readAppeal, (call) => readCard(db, call.params.id, call))
  serve(app, contract.readAppealOriginal, (call) => readOriginal(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.listAppealRules, (call) => listRules(db, call))
  serve(app, contract.saveAppealRule, (call) => saveRule(db, call.body, call))
}

function courseRoutes(app: App, deps: AppealsDeps): void {
  type Step<Body> = Pick<Call<never, never, Body>, 'who' | 'from' | 'at' | 'body'> & { readonly params: { id: number } }
  /** The step in one transaction, then the appeal as it stands. */
  const stepped = async <Body>(call: Step<Body>, work: (tx: Tx, given: Body & { id: number }) => Promise<unknown>) => {
    await inTransaction(deps, (tx) => work(tx, { ...call.body, id: call.params.id }))
    return readCard(deps.db, call.params.id, call)
  }
  serve(app, contract.registerAppeal, (call) => stepped(call, (tx, given) => registerWithin(tx, deps, given, call)))
  serve(app, contract.voidAppeal, (call) => stepped(call, (tx, given) => voidAppeal(tx, deps, given, call)))
  serve(app, contract.markDuplicateAppeal, (call) => stepped(call, (tx, given) => markDuplicate(tx, deps, given, call)))
  serve(app, contract.assignAppeal, (call) => stepped(call, (tx, given) => assign(tx, given, call)))
  serve(app, contract.extendAppeal, (call) => stepped(call, (tx, given) => extend(tx, deps, given, call)))
  serve(app, contract.forwardAppeal, (call) => stepped(call, (tx, given) => forward(tx, given, call)))
  serve(app, contract.answerAppeal, (call) => stepped(call, (tx, given) => answer(tx, deps, given, call)))
  serve(app, contract.closeAppeal, (call) => stepped(call, (tx, given) => close(tx, given, call)))
  serve(app, contract.reopenAppeal, (call) => stepped(call, (tx, given) => reopen(tx, deps, given, call)))
}

function figureRoutes(app: App, deps: AppealsDeps): void {
  const { db } = deps
  const compared = async (ask: MetricsAsk, { who }: Pick<Call<never, never, never>, 'who'>) => {
    const earlier = (count: number) => metricsOf(db, { ...ask, quarter: quarterBefore(ask.quarter, count) }, who)
    return { now: await metricsOf(db, ask, who), before: await earlier(1), yearAgo: await earlier(4) }
  }
  serve(app, contract.readAppealMetrics, async (call) => {
    const { now, before, yearAgo } = await compared(call.query, call)
    return { now: wired(now), before: wired(before), year_ago: wired(yearAgo) }
  })
  serve(app, contract.printAppealMetrics, async (call) =>
    sendPaper(call.reply, metricsPaper(await compared(call.query, call), call.at), call.query.format),
  )
  serve(app, contract.listFrozenQuarters, async (call) => ({ rows: await listFrozen(db, call) }))
  serve(app, contract.freezeQuarter, (call) => freeze(db, call.body, call))
}
