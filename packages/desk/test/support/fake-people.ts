import type { Person } from '@otklik/model/access/api'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import { finds, pageOf } from './fake-page.ts'
import type { FakeState } from './fake-state.ts'
import { under } from './fixtures/organisations.ts'
import { sessionsOfPerson } from './fixtures/people.ts'

const INVITATION = {
  url: 'https://otklik.test/invitation#inv_Zt1vYw8sLd0bRn5hGc3aMe6u4fJk2Qx7',
  expiresAt: '2026-11-29T06:00:00Z',
  mailed: false,
}
const NOBODY_HERE = problem(404, 'not_found', 'Такого человека нет.')

function listed(asked: Asked): Reply {
  const { state, query } = asked
  const within = query.organisation === undefined ? null : under(state.organisations, Number(query.organisation))
  const rows = state.people.filter(
    (one) =>
      finds(`${one.name} ${one.login}`, query.find) &&
      (query.state ?? one.state) === one.state &&
      one.memberships.some(
        ({ role, organisation }) => (query.role ?? role) === role && (within === null || within.has(organisation.id)),
      ),
  )
  return pageOf(rows, asked)
}

/** Answers with the person after a change. */
function changed(
  { params, state }: Asked,
  change: (person: Person) => Partial<Person> = () => ({}),
  status = 200,
): Reply {
  const person = state.people.find(({ id }) => id === params.id)
  if (person === undefined) return NOBODY_HERE
  Object.assign(person, change(person))
  return { status, json: person }
}

function membershipOf(state: FakeState, body: Record<string, unknown>, id: string): Person['memberships'][number] {
  const organisation = state.organisations.find((one) => one.id === body.organisation)
  return {
    id,
    role: String(body.role),
    organisation: { id: organisation?.id ?? 0, name: organisation?.name ?? '' },
    since: '2026-11-22T06:00:00Z',
  }
}

function invited({ body, state }: Asked): Reply {
  const given = fields(body)
  const person: Person = {
    id: String(state.people.length + 1000),
    name: String(given.name),
    login: null,
    mail: typeof given.mail === 'string' ? given.mail : null,
    state: 'invited',
    memberships: [membershipOf(state, given, 'new')],
    secondFactor: false,
    createdAt: '2026-11-22T06:00:00Z',
    lastSignedInAt: null,
    whole: true,
  }
  state.people.unshift(person)
  return { status: 201, json: { person, invitation: { ...INVITATION, mailed: state.mail && person.mail !== null } } }
}

const moved = (asked: Asked): Reply =>
  changed(asked, ({ memberships }) => ({
    memberships: memberships.map((one) =>
      one.id === asked.params.membership ? membershipOf(asked.state, fields(asked.body), `${one.id}+`) : one,
    ),
  }))

export const peopleHandlers: Handlers = {
  listPeople: listed,
  readPerson: (asked) => changed(asked),
  invitePerson: invited,
  savePerson: (asked) => changed(asked, () => fields(asked.body)),
  inviteAgain: ({ state }) => ({ status: 201, json: { ...INVITATION, mailed: state.mail } }),
  grantRole: (asked) =>
    changed(
      asked,
      ({ memberships }) => ({
        memberships: [...memberships, membershipOf(asked.state, fields(asked.body), `g${memberships.length}`)],
      }),
      201,
    ),
  moveRole: moved,
  withdrawRole: (asked) =>
    changed(asked, ({ memberships }) => ({
      memberships: memberships.filter(({ id }) => id !== asked.params.membership),
    })),
  deactivatePerson: (asked) => changed(asked, () => ({ state: 'deactivated' })),
  reactivatePerson: (asked) => changed(asked, () => ({ state: 'active' })),
  readHoldings: ({ state, params }) => ({
    json: {
      tokens: state.tokens.filter(({ keeper }) => keeper?.id === params.id).map(({ id, label }) => ({ id, label })),
      memberships: state.people.find(({ id }) => id === params.id)?.memberships.length ?? 0,
    },
  }),
  listPersonSessions: ({ state }) => ({ json: { sessions: state.empty ? [] : sessionsOfPerson() } }),
  closePersonSessions: () => ({ status: 204 }),
  resetSecondFactor: (asked) => {
    changed(asked, () => ({ secondFactor: false }))
    return { status: 204 }
  },
}
