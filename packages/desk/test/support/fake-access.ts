import { rightsOf, roleEntry } from '@otklik/model/access'
import type { Membership, SessionState } from '@otklik/model/api'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

function stateOf(state: FakeState): SessionState {
  const { signedIn, user, membership, memberships, rights, everything, mustEnrol } = state
  const { firstStart, secondFactor, outside, mail } = state
  const session = { user, membership, memberships, rights, everything, mustEnrol }
  return { session: signedIn ? session : null, firstStart, secondFactor, outside, mail }
}

const session = (state: FakeState): Reply => ({ json: stateOf(state) })

function signIn({ body, state }: Asked): Reply {
  if (fields(body).password !== 'правильный пароль')
    return problem(401, 'wrong_password', 'Имя или пароль не подходят.')
  state.signedIn = true
  return session(state)
}

/** Acts in a role from now on: with its rights, as the table of the roles says. */
export function actAs(state: FakeState, membership: Membership | undefined): void {
  if (membership === undefined) return
  state.membership = membership
  state.rights = [...rightsOf(membership.role)]
  state.everything = roleEntry(membership.role)?.reach === 'everything' || membership.organisation.id === 1
}

function switchMembership({ body, state }: Asked): Reply {
  const { membership } = fields(body)
  actAs(
    state,
    state.memberships.find(({ id }) => id === membership),
  )
  return session(state)
}

/** Signing in and the own session. */
export const accessHandlers: Handlers = {
  readSession: ({ state }) => session(state),
  signIn,
  switchMembership,
  signOut: ({ state }) => {
    state.signedIn = false
    return { status: 204 }
  },
  makeFirstAdministrator: ({ body, state }) => {
    if (fields(body).token !== 'ключ') return problem(403, 'wrong_token', 'Ссылка уже использована или устарела.')
    Object.assign(state, { signedIn: true, firstStart: false })
    return session(state)
  },
}
