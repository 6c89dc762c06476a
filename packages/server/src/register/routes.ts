import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/register/api'
import { answerList, type App, type Call, serve } from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import { listAuthorities, saveAuthority } from './authorities.ts'
import { recordExists } from './exists.ts'
import { type RecordEditor, readChanges } from './history.ts'
import { listNorms, saveNorm } from './norms.ts'
import { listOffices, saveOffice } from './places/offices.ts'
import type { RegisterDeps } from './deps.ts'
import { listRegions, saveRegion } from './places/regions.ts'
import { listServices, saveService } from './services/services.ts'
import { tables } from './table-exports.ts'

export function registerRoutes(app: App, deps: RegisterDeps): void {
  readRoutes(app, deps)
  editRoutes(app, deps)
}

function readRoutes(app: App, deps: RegisterDeps): void {
  const { db } = deps
  serve(app, contract.listServices, async ({ query, who, reply }) =>
    answerList(reply, query, await listServices(db, query, reachOf(who)), tables.services),
  )
  serve(app, contract.listAuthorities, async ({ query, who, reply }) =>
    answerList(reply, query, await listAuthorities(db, query, reachOf(who)), tables.authorities),
  )
  serve(app, contract.listOffices, async ({ query, who, reply }) =>
    answerList(reply, query, await listOffices(deps, query, reachOf(who)), tables.offices),
  )
  serve(app, contract.listRegions, async ({ query, who, reply }) =>
    answerList(reply, query, await listRegions(db, query, reachOf(who)), tables.regions),
  )
  serve(app, contract.listNorms, async ({ query, who, reply }) =>
    answerList(reply, query, await listNorms(db, query, reachOf(who)), tables.norms),
  )
  serve(app, contract.readHistory, async ({ params: { kind, id }, who }) => {
    if (!(await recordExists(db, { kind, id }, reachOf(who)))) throw problem(problems.notFound)
    return { changes: await readChanges(db, kind, id) }
  })
}

type EditCall = Pick<Call<never, never, { readonly seen?: unknown }>, 'who' | 'from' | 'at' | 'body'>

function fieldsOf<T extends { readonly seen?: unknown }>({ seen: _, ...fields }: T): Omit<T, 'seen'> {
  return fields
}

function editRoutes(app: App, deps: RegisterDeps): void {
  const { db } = deps
  const editor = ({ who, from, at, body }: EditCall): RecordEditor => ({ who, from, at, seen: body.seen })
  serve(app, contract.saveService, (call) => saveService(db, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveAuthority, (call) => saveAuthority(db, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveOffice, (call) => saveOffice(deps, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveRegion, (call) => saveRegion(db, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveNorm, (call) => saveNorm(db, call.params.id, fieldsOf(call.body), editor(call)))
}
