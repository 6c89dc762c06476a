import { firstSteps } from '@otklik/model/access'
import type { Organisation } from '@otklik/model/access/api'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import { finds, pageOf } from './fake-page.ts'
import type { FakeState } from './fake-state.ts'
import { type FakeOrganisation, shownOrganisation } from './fixtures/organisations.ts'

const shown = (state: FakeState, one: FakeOrganisation): Organisation =>
  shownOrganisation(
    state.organisations,
    one,
    (ids) =>
      state.people.filter(({ memberships }) => memberships.some(({ organisation }) => ids.has(organisation.id))).length,
  )

function listed(asked: Asked): Reply {
  const { state, query } = asked
  const open = state.organisations.filter(({ closedAt }) => query.closed === 'true' || closedAt === null)
  const top = state.membership?.organisation.id ?? 1
  const rows = open.filter((one) => {
    if (query.kind !== undefined && one.kind !== query.kind) return false
    if (query.parent !== undefined) return one.parent === Number(query.parent)
    return query.find === undefined ? one.id === top : finds(`${one.name} ${one.ogrn}`, query.find)
  })
  return pageOf(
    rows.map((one) => shown(state, one)),
    asked,
  )
}

/** Answers with the organisation after a change of it. */
function changed({ params, state }: Asked, change: Partial<FakeOrganisation> = {}): Reply {
  const one = state.organisations.find(({ id }) => id === Number(params.id))
  if (one === undefined) return problem(404, 'not_found', 'Такой организации нет.')
  Object.assign(one, change)
  return { json: shown(state, one) }
}

function added({ body, state }: Asked): Reply {
  const one = { id: 900 + state.organisations.length, closedAt: null, ...fields(body) } as FakeOrganisation
  state.organisations.push(one)
  return { status: 201, json: shown(state, one) }
}

function closed(asked: Asked): Reply {
  const { state, params } = asked
  const holds = state.organisations.some(({ parent, closedAt }) => parent === Number(params.id) && closedAt === null)
  if (holds && fields(asked.body).successor === null)
    return problem(409, 'organisation_not_empty', 'Под организацией есть другие. Выберите, кому передать её дела.')
  return changed(asked, { closedAt: '2026-11-22T06:00:00Z' })
}

/** Organisations and people are there, and nothing else yet. */
const FRESH = { organisations: 4, people: 3, mail: false, suppliers: 0, keys: 0, packages: 0 }

export const organisationHandlers: Handlers = {
  readFirstSteps: () => ({ json: { steps: firstSteps(FRESH) } }),
  listOrganisations: listed,
  readOrganisation: (asked) => changed(asked),
  addOrganisation: added,
  saveOrganisation: (asked) => changed(asked, fields(asked.body)),
  moveOrganisation: (asked) => changed(asked, { parent: Number(fields(asked.body).parent) }),
  closeOrganisation: closed,
  reopenOrganisation: (asked) => changed(asked, { closedAt: null }),
}
