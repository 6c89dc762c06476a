import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import type { AccessDeps } from '../deps.ts'
import { addOrganisation } from './add.ts'
import { closeOrganisation, reopenOrganisation } from './close.ts'
import { listOrganisations } from './list.ts'
import { moveOrganisation } from './move.ts'
import { saveOrganisation } from './save.ts'
import { organisationTable } from './organisation-table.ts'
import { readOrganisation } from './read.ts'

export function organisationRoutes(app: App, deps: AccessDeps): void {
  const { db } = deps
  serve(app, contract.listOrganisations, async ({ query, who, reply }) => {
    const { format = 'json' } = query
    const page = await listOrganisations(db, reachOf(who), query)
    return format === 'json' ? page : sendTable(reply, organisationTable(page.rows), format)
  })
  serve(app, contract.readOrganisation, ({ params, who }) => readOrganisation(db, reachOf(who), params.id))
  serve(app, contract.addOrganisation, (call) => addOrganisation(deps, call.body, call))
  serve(app, contract.saveOrganisation, (call) => saveOrganisation(deps, { ...call.body, ...call.params }, call))
  serve(app, contract.moveOrganisation, (call) => moveOrganisation(deps, { ...call.body, ...call.params }, call))
  serve(app, contract.closeOrganisation, (call) => closeOrganisation(deps, { ...call.body, ...call.params }, call))
  serve(app, contract.reopenOrganisation, (call) => reopenOrganisation(deps, call.params, call))
}
