import type { Principal } from '@otklik/model/access'
import * as contract from '@otklik/model/progress/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import type { Scope } from '../scope.ts'
import { caseTable } from '../table-exports/cases.ts'
import { acknowledgeCase, takeBackAcknowledgement } from './acknowledge.ts'
import { listAlarmCases } from './list.ts'
import { assignCase, caseHolders, noteOnCase } from './work.ts'

/** The cases of critical values and what people do about them. */
export function caseRoutes(app: App, scope: (who: Principal) => Promise<Scope>): void {
  serve(app, contract.listAlarmCases, async ({ query, who, reply }) => {
    const { format = 'json', ...asked } = query
    const found = await listAlarmCases(await scope(who), asked)
    return format === 'json' ? found : sendTable(reply, caseTable(found.cases), format)
  })
  serve(app, contract.acknowledgeAlarm, async (call) =>
    acknowledgeCase(await scope(call.who), { id: call.params.id, reason: call.body.reason }, call),
  )
  serve(app, contract.takeBackAcknowledgement, async (call) =>
    takeBackAcknowledgement(await scope(call.who), call.params.id, call),
  )
  serve(app, contract.assignCase, async (call) =>
    assignCase(await scope(call.who), { id: call.params.id, ...call.body }, call),
  )
  serve(app, contract.noteOnCase, async (call) =>
    noteOnCase(await scope(call.who), { id: call.params.id, text: call.body.text }, call),
  )
  serve(app, contract.listCaseHolders, async ({ who }) => ({ rows: await caseHolders((await scope(who)).db, who) }))
}
