import type { Principal } from '@otklik/model/access'
import * as contract from '@otklik/model/progress/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { Scope } from '../scope.ts'
import { chartNotes, removeChartNote, writeChartNote } from './notes.ts'

/** Notes on charts. */
export function chartNoteRoutes(app: App, scope: (who: Principal) => Promise<Scope>): void {
  serve(app, contract.listChartNotes, async ({ query, who }) => ({ notes: await chartNotes(await scope(who), query) }))
  serve(app, contract.writeChartNote, async (call) => writeChartNote(await scope(call.who), call.body, call))
  serve(app, contract.removeChartNote, async (call) => removeChartNote(await scope(call.who), call.params.id, call))
}
