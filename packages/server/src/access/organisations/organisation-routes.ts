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
  serve(app, contract.addOrganisation, ({ body, who, from }) => addOrganisation(parts, body, who, from))
  serve(app, contract.saveOrganisation, ({ params, body, who, from }) =>
    saveOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.moveOrganisation, ({ params, body, who, from }) =>
    moveOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.closeOrganisation, ({ params, body, who, from }) =>
    closeOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.reopenOrganisation, ({ params, who, from }) => reopenOrganisation(parts, params, who, from))
}
