import { rightsOf, roleEntry } from '@otklik/model/access'
import type { Membership, SessionState } from '@otklik/model/access/api'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'
import { ANALYST } from './fixtures/memberships.ts'

const INVITED = 'Мария Петрова'

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
  if (state.hasSecondFactor) state.secondFactor = true
  else state.signedIn = true
  return session(state)
}

/** The code of the stand-in's authenticator and its one recovery code. */
function confirm({ body, state }: Asked): Reply {
  if (!['123456', 'abcd-efgh-jkmn'].includes(String(fields(body).code)))
    return problem(401, 'wrong_code', 'Код не подошёл. Введите новый код из приложения.')
  Object.assign(state, { signedIn: true, secondFactor: false })
  return session(state)
}

const wrongLink = problem(404, 'wrong_link', 'Ссылка уже использована или устарела. Попросите новую.')

function accept({ body, state }: Asked): Reply {
  if (fields(body).token !== 'ключ') return wrongLink
  state.user = { id: '7', login: String(fields(body).login), name: INVITED }
  state.signedIn = true
  state.memberships = [ANALYST]
  actAs(state, ANALYST)
  return session(state)
}

/** Acts in a role from now on: with its rights, as the table of the roles says. */
export function actAs(state: FakeState, membership: Membership): void {
  state.membership = membership
  state.rights = [...rightsOf(membership.role)]
  state.everything = roleEntry(membership.role)?.reach === 'everything' || membership.organisation.id === 1
}

function switchMembership({ body, state }: Asked): Reply {
  const wanted = state.memberships.find(({ id }) => id === fields(body).membership)
  if (wanted === undefined) return problem(404, 'not_found', 'Такой роли у Вас нет.')
  actAs(state, wanted)
  return session(state)
}

/** Signing in and the own session. */
export const accessHandlers: Handlers = {
  readSession: ({ state }) => session(state),
  signIn,
  switchMembership,
  confirmSecondFactor: confirm,
  lookUpInvitation: ({ body, state: { outside } }) =>
    fields(body).token === 'ключ' ? { json: { name: INVITED, memberships: [ANALYST], outside } } : wrongLink,
  acceptInvitation: accept,
  askPasswordReset: () => ({ status: 202, json: {} }),
  completePasswordReset: ({ body }) => (fields(body).token === 'ключ' ? { status: 204 } : wrongLink),
  beginOutsideSignIn: () => ({ json: { url: '/icon.svg' } }),
  signOut: ({ state }) => {
    Object.assign(state, { signedIn: false, secondFactor: false })
    return { status: 204 }
  },
  makeFirstAdministrator: ({ body, state }) => {
    if (fields(body).token !== 'ключ') return problem(403, 'wrong_token', 'Ссылка уже использована или устарела.')
    Object.assign(state, { signedIn: true, firstStart: false })
    return session(state)
  },
}
