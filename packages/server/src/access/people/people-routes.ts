import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/api'
import { type App, needs, sendTable, serve } from '../../platform/http/index.ts'
import type { PeopleParts } from '../parts.ts'
import { everyPerson, listPeople } from './list-people.ts'
import { peopleTable } from './people-table.ts'

export function peopleRoutes(app: App, parts: PeopleParts): void {
  const read = needs('people.read')
  serve(app, contract.listPeople, read, ({ query, who, reply }) => {
    const { format = 'json' } = query
    if (format === 'json') return listPeople(parts, reachOf(who), query)
    return sendTable(reply, peopleTable(everyPerson(parts, reachOf(who), query)), format)
  })
}
