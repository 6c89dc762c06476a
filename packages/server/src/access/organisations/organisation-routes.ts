import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import type { AccessParts } from '../parts.ts'
import { addOrganisation } from './add.ts'
import { closeOrganisation, reopenOrganisation } from './close.ts'
import { listOrganisations } from './list.ts'
import { moveOrganisation } from './move.ts'
import { saveOrganisation } from './save.ts'
import { organisationTable } from './sheet.ts'
import { readOrganisation } from './shown.ts'

export function organisationRoutes(app: App, parts: AccessParts): void {
  const { db } = parts
  serve(app, contract.listOrganisations, async ({ query, who, reply }) => {
    const { format = 'json' } = query
    const page = await listOrganisations(db, reachOf(who), query)
    return format === 'json' ? page : sendTable(reply, organisationTable(page.rows), format)
  })
  serve(app, contract.readOrganisation, ({ params, who }) => readOrganisation(db, reachOf(who), params.id))
  serve(app, contract.addOrganisation, (call) => addOrganisation(parts, call.body, call))
  serve(app, contract.saveOrganisation, (call) => saveOrganisation(parts, { ...call.body, ...call.params }, call))
  serve(app, contract.moveOrganisation, (call) => moveOrganisation(parts, { ...call.body, ...call.params }, call))
  serve(app, contract.closeOrganisation, (call) => closeOrganisation(parts, { ...call.body, ...call.params }, call))
  serve(app, contract.reopenOrganisation, (call) => reopenOrganisation(parts, call.params, call))
}
