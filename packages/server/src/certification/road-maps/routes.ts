import * as contract from '@otklik/model/certification/api'
import { type App, serve } from '../../platform/http/index.ts'
import { sendPaper } from '../../platform/papers/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { roadMapPaper } from './paper.ts'
import { readRoadMap } from './read.ts'
import { roadMapRow } from './rows.ts'
import { beginRoadMap, finishRoadMap, noteRoadMap, reopenRoadMap, reportRoadMapStep, saveRoadMap } from './steps.ts'

/** Calls about road maps. */
export function roadMapRoutes(app: App, { db }: { readonly db: Db }): void {
  serve(app, contract.readRoadMap, (call) => readRoadMap(db, call.params.id, call))
  serve(app, contract.beginRoadMap, (call) => beginRoadMap(db, call.params.id, call))
  serve(app, contract.saveRoadMap, (call) => saveRoadMap(db, call.params.id, call.body, call))
  serve(app, contract.submitRoadMap, (call) => noteRoadMap(db, call.params.id, 'submit', call))
  serve(app, contract.agreeRoadMap, (call) => noteRoadMap(db, call.params.id, 'agree', call))
  serve(app, contract.approveRoadMap, (call) => noteRoadMap(db, call.params.id, 'approve', call))
  serve(app, contract.returnRoadMap, (call) =>
    reopenRoadMap(db, call.params.id, { event: 'return', ...call.body }, call),
  )
  serve(app, contract.amendRoadMap, (call) => reopenRoadMap(db, call.params.id, { event: 'amend', ...call.body }, call))
  serve(app, contract.finishRoadMap, (call) => finishRoadMap(db, call.params.id, call))
  serve(app, contract.reportRoadMapStep, (call) => reportRoadMapStep(db, call.params, call.body, call))
  serve(app, contract.printRoadMap, async ({ params, query, who, at, reply }) =>
    sendPaper(reply, roadMapPaper(await roadMapRow(db, params.id, who), at), query.format),
  )
}
