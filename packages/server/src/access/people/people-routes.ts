import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import { ranged, rangeOf } from '../../platform/list.ts'
import type { PeopleDeps } from '../deps.ts'
import { deactivatePerson, reactivatePerson } from './deactivate.ts'
import { readPerson } from './find-person.ts'
import { readHoldings } from './holdings.ts'
import { inviteAgain, invitePerson } from './invite.ts'
import { everyPerson, listPeople } from './list-people.ts'
import { peopleTable } from './people-table.ts'
import { grantRole, moveRole, withdrawRole } from './roles-of-person.ts'
import { savePerson } from './save-person.ts'
import { closePersonSessions, listPersonSessions, resetSecondFactor } from './ways-in.ts'

export function peopleRoutes(app: App, deps: PeopleDeps): void {
  readRoutes(app, deps)
  personRoutes(app, deps)
  roleRoutes(app, deps)
}

function readRoutes(app: App, deps: PeopleDeps): void {
  serve(app, contract.listPeople, ({ query, who, reply }) => {
    const { format = 'json' } = query
    if (format === 'json') return listPeople(deps, reachOf(who), query)
    const people = ranged(everyPerson(deps, reachOf(who), query), rangeOf(query))
    return sendTable(reply, peopleTable(people), format)
  })
  serve(app, contract.readPerson, ({ params, who }) => readPerson(deps, who, params.id))
  serve(app, contract.readHoldings, ({ params, who }) => readHoldings(deps, who, params.id))
  serve(app, contract.listPersonSessions, ({ params, who }) => listPersonSessions(deps, who, params.id))
}

function personRoutes(app: App, deps: PeopleDeps): void {
  serve(app, contract.invitePerson, (call) => invitePerson(deps, call.body, call))
  serve(app, contract.inviteAgain, (call) => inviteAgain(deps, call.params.id, call))
  serve(app, contract.savePerson, (call) => savePerson(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.deactivatePerson, (call) => deactivatePerson(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.reactivatePerson, (call) => reactivatePerson(deps, call.params.id, call))
  serve(app, contract.closePersonSessions, (call) => closePersonSessions(deps, call.params.id, call))
  serve(app, contract.resetSecondFactor, (call) => resetSecondFactor(deps, call.params.id, call))
}

function roleRoutes(app: App, deps: PeopleDeps): void {
  serve(app, contract.grantRole, (call) => grantRole(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.moveRole, (call) => moveRole(deps, { ...call.params, ...call.body }, call))
  serve(app, contract.withdrawRole, (call) => withdrawRole(deps, call.params, call))
}
