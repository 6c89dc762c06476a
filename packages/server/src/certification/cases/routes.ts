import type { Principal } from '@otklik/model/access'
import * as contract from '@otklik/model/certification/api'
import { answerList, type App, serve } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { casesTable, listCases, readCase } from './read.ts'
import { closeCase, saveNotice, sendNotice, signNotice } from './steps.ts'

interface By {
  readonly params: { readonly id: number }
  readonly who: Principal
  readonly at: Date
}

export function caseRoutes(app: App, { db }: { readonly db: Db }): void {
  const after = async (call: By, change: Promise<void>) => {
    await change
    return readCase(db, call.params.id, call)
  }
  serve(app, contract.listCases, async ({ query, who, at, reply }) =>
    answerList(reply, query, await listCases(db, query, { who, at }), casesTable),
  )
  serve(app, contract.readCase, (call) => readCase(db, call.params.id, call))
  serve(app, contract.saveNotice, (call) => after(call, saveNotice(db, call.params.id, call.body, call)))
  serve(app, contract.signNotice, (call) => after(call, signNotice(db, call.params.id, call)))
  serve(app, contract.sendNotice, (call) => after(call, sendNotice(db, call.params.id, call.body, call)))
  serve(app, contract.closeCase, (call) => after(call, closeCase(db, call.params.id, call.body.reason, call)))
}
