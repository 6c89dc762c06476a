import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import { ranged, rangeOf } from '../../platform/list.ts'
import type { PeopleParts } from '../parts.ts'
import { deactivatePerson, reactivatePerson } from './deactivate.ts'
import { readPerson } from './find-person.ts'
import { readHoldings } from './holdings.ts'
import { inviteAgain, invitePerson } from './invite.ts'
import { everyPerson, listPeople } from './list-people.ts'
import { peopleTable } from './people-table.ts'
import { grantRole, moveRole, withdrawRole } from './roles-of-person.ts'
import { savePerson } from './save-person.ts'
import { closePersonSessions, listPersonSessions, resetSecondFactor } from './ways-in.ts'

export function peopleRoutes(app: App, parts: PeopleParts): void {
  readRoutes(app, parts)
  personRoutes(app, parts)
  roleRoutes(app, parts)
}

function readRoutes(app: App, parts: PeopleParts): void {
  serve(app, contract.listPeople, ({ query, who, reply }) => {
    const { format = 'json' } = query
    if (format === 'json') return listPeople(parts, reachOf(who), query)
    const people = ranged(everyPerson(parts, reachOf(who), query), rangeOf(query))
    return sendTable(reply, peopleTable(people), format)
  })
  serve(app, contract.readPerson, ({ params, who }) => readPerson(parts, who, params.id))
  serve(app, contract.readHoldings, ({ params, who }) => readHoldings(parts, who, params.id))
  serve(app, contract.listPersonSessions, ({ params, who }) => listPersonSessions(parts, who, params.id))
}

function personRoutes(app: App, parts: PeopleParts): void {
  serve(app, contract.invitePerson, (call) => invitePerson(parts, call.body, call))
  serve(app, contract.inviteAgain, (call) => inviteAgain(parts, call.params.id, call))
  serve(app, contract.savePerson, (call) => savePerson(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.deactivatePerson, (call) => deactivatePerson(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.reactivatePerson, (call) => reactivatePerson(parts, call.params.id, call))
  serve(app, contract.closePersonSessions, (call) => closePersonSessions(parts, call.params.id, call))
  serve(app, contract.resetSecondFactor, (call) => resetSecondFactor(parts, call.params.id, call))
}

function roleRoutes(app: App, parts: PeopleParts): void {
  serve(app, contract.grantRole, (call) => grantRole(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.moveRole, (call) => moveRole(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.withdrawRole, (call) => withdrawRole(parts, call.params, call))
}
