import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/api'
import { type App, needs, sendTable, serve } from '../../platform/http/index.ts'
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
  const read = needs('people.read')
  serve(app, contract.listPeople, read, ({ query, who, reply }) => {
    const { format = 'json' } = query
    if (format === 'json') return listPeople(parts, reachOf(who), query)
    const people = ranged(everyPerson(parts, reachOf(who), query), rangeOf(query))
    return sendTable(reply, peopleTable(people), format)
  })
  serve(app, contract.readPerson, read, ({ params, who }) => readPerson(parts, who, params.id))
  serve(app, contract.readHoldings, read, ({ params, who }) => readHoldings(parts, who, params.id))
  serve(app, contract.listPersonSessions, read, ({ params, who }) => listPersonSessions(parts, who, params.id))
}

function personRoutes(app: App, parts: PeopleParts): void {
  const manage = needs('people.manage')
  serve(app, contract.invitePerson, manage, (call) => invitePerson(parts, call.body, call))
  serve(app, contract.inviteAgain, manage, (call) => inviteAgain(parts, call.params.id, call))
  serve(app, contract.savePerson, manage, (call) => savePerson(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.deactivatePerson, manage, (call) =>
    deactivatePerson(parts, { ...call.params, ...call.body }, call),
  )
  serve(app, contract.reactivatePerson, manage, (call) => reactivatePerson(parts, call.params.id, call))
  serve(app, contract.closePersonSessions, manage, (call) => closePersonSessions(parts, call.params.id, call))
  serve(app, contract.resetSecondFactor, manage, (call) => resetSecondFactor(parts, call.params.id, call))
}

function roleRoutes(app: App, parts: PeopleParts): void {
  const manage = needs('people.manage')
  serve(app, contract.grantRole, manage, (call) => grantRole(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.moveRole, manage, (call) => moveRole(parts, { ...call.params, ...call.body }, call))
  serve(app, contract.withdrawRole, manage, (call) => withdrawRole(parts, call.params, call))
}
