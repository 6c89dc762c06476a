import type { Principal } from '@otklik/model/access'
import * as contract from '@otklik/model/certification/api'
import { answerList, type App, serve } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { beginProcedure, type CountedOf } from './begin.ts'
import { boardTable, listProcedures } from './board.ts'
import { readProcedure } from './file.ts'
import { answerRequest, requestInformation } from './requests.ts'
import { fillSheet, reopenSheet, signSheet, takeSheet } from './sheets.ts'
import { excludeObject, fixLevel, reportRoadMap, returnLevel, saveRemarks, sendPapers, submitLevel } from './steps.ts'

export interface ProcedureDeps {
  readonly db: Db
  /** Where this installation is reached, for addresses on papers. */
  readonly publicUrl: string
  readonly counted: CountedOf
}

interface By {
  readonly params: { readonly id: number }
  readonly who: Principal
  readonly at: Date
}

export function procedureRoutes(app: App, deps: ProcedureDeps): void {
  const { db } = deps
  serve(app, contract.listProcedures, async ({ query, who, at, reply }) =>
    answerList(reply, query, await listProcedures(db, query, { who, at }), boardTable),
  )
  serve(app, contract.readProcedure, ({ params, who, at }) => readProcedure(deps, params.id, { who, at }))
  serve(app, contract.beginProcedure, async (call) =>
    readProcedure(deps, await beginProcedure(deps, call.body, call), call),
  )
  sheetRoutes(app, deps)
  stepRoutes(app, deps)
}

/** Every change is answered with the file as it is then. */
const then =
  (deps: ProcedureDeps) =>
  async <Call extends By>(call: Call, change: Promise<void>) => {
    await change
    return readProcedure(deps, call.params.id, call)
  }

function sheetRoutes(app: App, deps: ProcedureDeps): void {
  const { db } = deps
  const after = then(deps)
  serve(app, contract.takeSheet, (call) => after(call, takeSheet(db, call.params, call)))
  serve(app, contract.fillSheet, (call) => after(call, fillSheet(deps, call.params, call.body, call)))
  serve(app, contract.signSheet, (call) => after(call, signSheet(db, call.params, call.body.version, call)))
  serve(app, contract.reopenSheet, (call) => after(call, reopenSheet(db, call.params, call.body.reason, call)))
  serve(app, contract.saveRemarks, (call) => after(call, saveRemarks(db, call.params.id, call.body, call)))
  serve(app, contract.requestInformation, (call) =>
    after(call, requestInformation(db, call.params.id, call.body, call)),
  )
  serve(app, contract.answerRequest, (call) => after(call, answerRequest(db, call.params, call.body.text, call)))
}

function stepRoutes(app: App, deps: ProcedureDeps): void {
  const { db } = deps
  const after = then(deps)
  serve(app, contract.submitLevel, (call) => after(call, submitLevel(db, call.params.id, call)))
  serve(app, contract.returnLevel, (call) => after(call, returnLevel(db, call.params.id, call.body.reason, call)))
  serve(app, contract.fixLevel, (call) => after(call, fixLevel(db, call.params.id, call)))
  serve(app, contract.sendPapers, (call) => after(call, sendPapers(deps, call.params.id, call.body, call)))
  serve(app, contract.excludeObject, (call) => after(call, excludeObject(db, call.params.id, call.body.reason, call)))
  serve(app, contract.reportRoadMap, (call) => after(call, reportRoadMap(db, call.params.id, call.body, call)))
}
