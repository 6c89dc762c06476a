import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/api'
import { answerList, type App, type Call, needs, serve } from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import { listAuthorities, saveAuthority } from './authorities.ts'
import { recordExists } from './exists.ts'
import { type RecordEditor, readChanges } from './history.ts'
import { listNorms, saveNorm } from './norms.ts'
import { listOffices, saveOffice } from './places/offices.ts'
import { nowOf, type RegisterParts } from './parts.ts'
import { listRegions, saveRegion } from './places/regions.ts'
import { listServices, saveService } from './services/services.ts'
import { tables } from './sheets.ts'

export function registerRoutes(app: App, parts: RegisterParts): void {
  readRoutes(app, parts)
  editRoutes(app, parts)
}

function readRoutes(app: App, parts: RegisterParts): void {
  const { db } = parts
  const read = needs('register.read')
  serve(app, contract.listServices, read, async ({ query, who, reply }) =>
    answerList(reply, query, await listServices(db, query, reachOf(who)), tables.services),
  )
  serve(app, contract.listAuthorities, read, async ({ query, who, reply }) =>
    answerList(reply, query, await listAuthorities(db, query, reachOf(who)), tables.authorities),
  )
  serve(app, contract.listOffices, read, async ({ query, who, reply }) =>
    answerList(reply, query, await listOffices(parts, query, reachOf(who)), tables.offices),
  )
  serve(app, contract.listRegions, read, async ({ query, who, reply }) =>
    answerList(reply, query, await listRegions(db, query, reachOf(who)), tables.regions),
  )
  serve(app, contract.listNorms, read, async ({ query, who, reply }) =>
    answerList(reply, query, await listNorms(db, query, reachOf(who)), tables.norms),
  )
  serve(app, contract.readHistory, read, async ({ params: { kind, id }, who }) => {
    if (!(await recordExists(db, { kind, id }, reachOf(who)))) throw problem(problems.notFound)
    return { changes: await readChanges(db, kind, id) }
  })
}

type EditCall = Pick<Call<never, never, { readonly seen?: unknown }>, 'who' | 'from' | 'body'>

function fieldsOf<T extends { readonly seen?: unknown }>({ seen: _, ...fields }: T): Omit<T, 'seen'> {
  return fields
}

function editRoutes(app: App, parts: RegisterParts): void {
  const { db } = parts
  const edit = needs('register.edit')
  const editor = ({ who, from, body }: EditCall): RecordEditor => ({ who, from, at: nowOf(parts), seen: body.seen })
  serve(app, contract.saveService, edit, (call) => saveService(db, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveAuthority, edit, (call) =>
    saveAuthority(db, call.params.id, fieldsOf(call.body), editor(call)),
  )
  serve(app, contract.saveOffice, edit, (call) => saveOffice(parts, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveRegion, edit, (call) => saveRegion(db, call.params.id, fieldsOf(call.body), editor(call)))
  serve(app, contract.saveNorm, edit, (call) => saveNorm(db, call.params.id, fieldsOf(call.body), editor(call)))
}
