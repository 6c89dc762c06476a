import { rightsOf } from '@otklik/model/access'
import type { OwnAccess, SignedInSession } from '@otklik/model/access/api'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import type { FakeState } from './fake-state.ts'

const CODES = ['abcd-efgh-jkmn', 'pqrs-tuvw-xyz2', '3456-789a-bcde', 'fghj-kmnp-qrst']
const wrongCode = problem(401, 'wrong_code', 'Код не подошёл. Введите новый код из приложения.')

function ownAccess(state: FakeState): OwnAccess {
  const { memberships, everything, membership, outside } = state
  const some = !everything && membership !== null && state.rights.length > 0
  return {
    memberships: memberships.map((one) => ({
      ...one,
      kind: 'regional_body',
      since: '2026-02-01T09:00:00Z',
      rights: [...rightsOf(one.role)],
    })),
    reach: {
      everything,
      organisations: some ? 4 : 0,
      regions: [],
      authorities: some ? ['Министерство образования Демонстрационной области'] : [],
      offices: some ? Array.from({ length: 15 }, (_, index) => `Отдел образования № ${index + 1}`) : [],
      suppliers: [],
    },
    hasPassword: true,
    passwordChangedAt: '2026-02-01T09:10:00Z',
    secondFactor: {
      required: state.mustEnrol,
      since: state.hasSecondFactor ? '2026-03-01T10:00:00Z' : null,
      recoveryCodesLeft: state.hasSecondFactor ? 3 : 0,
    },
    identities: state.identities,
    outside,
  }
}

export const ownSessions = (): SignedInSession[] => [
  {
    id: '11',
    current: true,
    startedAt: '2026-11-22T05:00:00Z',
    lastSeenAt: '2026-11-22T06:00:00Z',
    address: '10.20.0.14',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    by: 'password',
  },
  {
    id: '12',
    current: false,
    startedAt: '2026-11-20T05:00:00Z',
    lastSeenAt: '2026-11-21T16:00:00Z',
    address: '2001:db8:85a3::8a2e:370:7334',
    userAgent: '<img src=x onerror=alert(1)>',
    by: 'outside',
  },
]

function finish({ body, state }: Asked): Reply {
  if (fields(body).code !== '123456') return wrongCode
  Object.assign(state, { hasSecondFactor: true, mustEnrol: false })
  if (state.membership !== null) state.rights = [...rightsOf(state.membership.role)]
  return { json: { recoveryCodes: CODES } }
}

function changePassword({ body, state }: Asked): Reply {
  if (fields(body).current !== 'правильный пароль')
    return problem(403, 'wrong_password', 'Нынешний пароль введён неверно.')
  state.sessions = state.sessions.filter(({ current }) => current)
  return { status: 204 }
}

/** «Мой доступ». */
export const ownAccessHandlers: Handlers = {
  readOwnAccess: ({ state }) => ({ json: ownAccess(state) }),
  listOwnSessions: ({ state }) => ({ json: { sessions: state.sessions } }),
  closeOwnSession: ({ params, state }) => {
    state.sessions = state.sessions.filter(({ id }) => id !== params.id)
    return { status: 204 }
  },
  closeOtherSessions: ({ state }) => {
    state.sessions = state.sessions.filter(({ current }) => current)
    return { status: 204 }
  },
  changePassword,
  beginSecondFactor: ({ body }) =>
    fields(body).password === 'правильный пароль'
      ? { json: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Отклик:admin?secret=JBSWY3DPEHPK3PXP' } }
      : problem(403, 'wrong_password', 'Нынешний пароль введён неверно.'),
  finishSecondFactor: finish,
  removeSecondFactor: ({ body, state }) => {
    if (fields(body).code !== '123456') return wrongCode
    state.hasSecondFactor = false
    return { status: 204 }
  },
  renewRecoveryCodes: ({ body }) => (fields(body).code === '123456' ? { json: { recoveryCodes: CODES } } : wrongCode),
  linkIdentity: () => ({ json: { url: '/icon.svg' } }),
  unlinkIdentity: ({ params, state }) => {
    state.identities = state.identities.filter(({ id }) => id !== params.id)
    return { status: 204 }
  },
}
