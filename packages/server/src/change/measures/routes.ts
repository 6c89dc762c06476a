import * as contract from '@otklik/model/change/api'
import { MOST_FILE_BYTES } from '@otklik/model/files'
import type { FileStore } from '../../files/index.ts'
import { answerList, type App, serve, serveUpload } from '../../platform/http/index.ts'
import { sendPaper } from '../../platform/papers/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { measuresTable } from '../table-exports.ts'
import { addEvidenceFile, addEvidenceLink, sendEvidence } from './evidence.ts'
import { executors } from './executors.ts'
import { listMeasures } from './list.ts'
import { planMeasure } from './plan.ts'
import { planPaper } from './plan-paper.ts'
import { readMeasure } from './record.ts'
import {
  approveMeasure,
  cancelMeasure,
  postponeMeasure,
  reportMeasure,
  returnMeasure,
  startMeasure,
  verifyMeasure,
} from './steps.ts'

/** Calls about measures. */
export function measureRoutes(app: App, store: FileStore): void {
  const { db } = store
  serve(app, contract.listMeasures, async (call) =>
    answerList(call.reply, call.query, await listMeasures(db, call.query, call), measuresTable),
  )
  serve(app, contract.readMeasure, (call) => readMeasure(db, call.params.id, call))
  serve(app, contract.planMeasure, (call) => planMeasure(db, call.body, call))
  serve(app, contract.printMeasurePlan, async (call) =>
    sendPaper(call.reply, await planPaper(db, call.query.year, call), call.query.format),
  )
  serve(app, contract.listExecutors, async ({ who }) => ({ rows: await executors(db, who) }))
  stepRoutes(app, db)
  evidenceRoutes(app, store)
}

function stepRoutes(app: App, db: Db): void {
  serve(app, contract.approveMeasure, (call) => approveMeasure(db, call.params.id, call))
  serve(app, contract.startMeasure, (call) => startMeasure(db, call.params.id, call))
  serve(app, contract.reportMeasure, (call) => reportMeasure(db, call.params.id, call.body.doneOn, call))
  serve(app, contract.verifyMeasure, (call) => verifyMeasure(db, call.params.id, call))
  serve(app, contract.returnMeasure, (call) => returnMeasure(db, call.params.id, call.body.reason, call))
  serve(app, contract.postponeMeasure, (call) => postponeMeasure(db, call.params.id, call.body, call))
  serve(app, contract.cancelMeasure, (call) => cancelMeasure(db, call.params.id, call.body.reason, call))
}

function evidenceRoutes(app: App, store: FileStore): void {
  const { db } = store
  serveUpload(
    app,
    contract.addEvidenceFile,
    (call) => addEvidenceFile(store, call.params.id, { name: call.query.name, body: call.body }, call),
    { maxBytes: MOST_FILE_BYTES },
  )
  serve(app, contract.addEvidenceLink, (call) => addEvidenceLink(db, call.params.id, call.body, call))
  serve(app, contract.downloadEvidence, (call) => sendEvidence(store, call.params, call.reply, call))
}
