import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/certification/api'
import type { FileStore } from '../files/index.ts'
import { answerList, type App, serve } from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import { caseRoutes } from './cases/routes.ts'
import { calculatorRoutes } from './calculator/routes.ts'
import { createYearList, updateList } from './lists/begin-year.ts'
import { sendPaper } from '../platform/papers/index.ts'
import { readListChanges } from './lists/changes.ts'
import { readLists } from './lists/overview.ts'
import { listPaper } from './lists/paper.ts'
import { readList } from './lists/read.ts'
import { saveEntries } from './lists/save-entries.ts'
import { approveList, publishList, returnList, submitList, withdrawList } from './lists/steps.ts'
import { submitSingleList } from './lists/submit-single.ts'
import { fillObjects } from './objects/fill.ts'
import { listObjects } from './objects/list.ts'
import { removeObject, restoreObject } from './objects/remove.ts'
import { addObject, saveObject } from './objects/save.ts'
import { documentRoutes } from './documents/routes.ts'
import { materialRoutes } from './materials/routes.ts'
import { roadMapRoutes } from './road-maps/routes.ts'
import { type ProcedureDeps, procedureRoutes } from './procedure/routes.ts'
import { editionTable, objectsTable } from './table-exports.ts'

/** What the use cases here touch. */
export type CertificationDeps = ProcedureDeps & FileStore
type ListDeps = Pick<CertificationDeps, 'db'>

export function certificationRoutes(app: App, deps: CertificationDeps): void {
  calculatorRoutes(app)
  readRoutes(app, deps)
  objectRoutes(app, deps)
  draftRoutes(app, deps)
  decisionRoutes(app, deps)
  procedureRoutes(app, deps)
  documentRoutes(app, deps)
  caseRoutes(app, deps)
  materialRoutes(app, deps)
  roadMapRoutes(app, deps)
}

function readRoutes(app: App, { db }: ListDeps): void {
  serve(app, contract.listObjects, async ({ query, who, reply }) =>
    answerList(reply, query, await listObjects(db, query, reachOf(who)), objectsTable),
  )
  serve(app, contract.readLists, ({ who, at }) => readLists(db, who, at))
  serve(app, contract.readListChanges, ({ params, query, who }) => readListChanges(db, params.id, query, who))
  serve(app, contract.readList, async ({ params, query, who, reply }) => {
    const found = await readList(db, params.id, query, who)
    return answerList(reply, query, found, editionTable(found.edition))
  })
  serve(app, contract.printList, async ({ params, query, who, reply }) => {
    // A file holds all that was found.
    const found = await readList(db, params.id, { admitted: true, format: 'xlsx' }, who)
    return sendPaper(reply, listPaper(found.edition, found.rows, reachOf(who).everything), query.format)
  })
}

function objectRoutes(app: App, { db }: ListDeps): void {
  serve(app, contract.addObject, (call) => addObject(db, call.body, call))
  serve(app, contract.saveObject, (call) => saveObject(db, call.params.id, call.body, call))
  serve(app, contract.removeObject, (call) => removeObject(db, call.params.id, call.body.reason, call))
  serve(app, contract.restoreObject, (call) => restoreObject(db, call.params.id, call.body.reason, call))
  serve(app, contract.fillObjects, (call) => fillObjects(db, call.body, call))
}

function draftRoutes(app: App, { db }: ListDeps): void {
  serve(app, contract.submitSingleList, (call) => submitSingleList(db, call))
  serve(app, contract.createYearList, (call) => createYearList(db, call.body.year, call))
  serve(app, contract.updateList, (call) => updateList(db, call.params.id, call))
  serve(app, contract.saveEntry, async (call) => {
    const { id, entry } = call.params
    const { rows } = await saveEntries(db, id, [{ id: entry, ...call.body }], call)
    const [saved] = rows
    if (saved === undefined) throw problem(problems.notFound)
    return saved
  })
  serve(app, contract.saveEntries, (call) => saveEntries(db, call.params.id, call.body.entries, call))
  serve(app, contract.publishList, (call) => publishList(db, call.params.id, call))
  serve(app, contract.submitList, (call) => submitList(db, call.params.id, call))
  serve(app, contract.withdrawList, (call) => withdrawList(db, call.params.id, call))
}

function decisionRoutes(app: App, { db }: ListDeps): void {
  serve(app, contract.returnList, (call) => returnList(db, call.params.id, call.body.remarks, call))
  serve(app, contract.approveList, (call) => approveList(db, call.params.id, call.body, call))
}
