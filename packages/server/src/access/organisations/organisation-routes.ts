import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/api'
import { type App, needs, sendTable, serve } from '../../platform/http/index.ts'
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
  const [read, manage] = [needs('people.read'), needs('people.manage')]
  serve(app, contract.listOrganisations, read, async ({ query, who, reply }) => {
    const { format = 'json' } = query
    const page = await listOrganisations(db, reachOf(who), query)
    return format === 'json' ? page : sendTable(reply, organisationTable(page.rows), format)
  })
  serve(app, contract.readOrganisation, read, ({ params, who }) => readOrganisation(db, reachOf(who), params.id))
  serve(app, contract.addOrganisation, manage, ({ body, who, from }) => addOrganisation(parts, body, who, from))
  serve(app, contract.saveOrganisation, manage, ({ params, body, who, from }) =>
    saveOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.moveOrganisation, manage, ({ params, body, who, from }) =>
    moveOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.closeOrganisation, manage, ({ params, body, who, from }) =>
    closeOrganisation(parts, { ...body, ...params }, who, from),
  )
  serve(app, contract.reopenOrganisation, manage, ({ params, who, from }) =>
    reopenOrganisation(parts, params, who, from),
  )
}
