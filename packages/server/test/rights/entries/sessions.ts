import type { Entries } from '../entry.ts'
import { addSession } from '../people.ts'
import type { World } from '../world.ts'

const UNKNOWN = 'a'.repeat(43)
const NO_ONE = '00000000-0000-4000-8000-000000000000'
const password = 'корова-летит-на-юг-42'

let linked = 0
async function link(db: World['db'], user_id: string, name: string): Promise<string> {
  const identity = { user_id, issuer: 'https://idp.test', subject: `${name} ${++linked}`, linked_at: new Date() }
  return (await db.insertInto('access_identities').values(identity).returning('id').executeTakeFirstOrThrow()).id
}

/** What nobody needs a role for: the ways in, and the own access of those who have come in. */
export const sessionEntries: Entries = {
  readSession: { open: () => ({}) },
  signIn: { open: (_, { name }) => ({ body: { login: `nobody ${name}`, password } }) },
  confirmSecondFactor: { open: () => ({ body: { code: '000000' } }) },
  signOut: { open: () => ({}), endsSession: true },
  makeFirstAdministrator: { open: () => ({ body: { token: UNKNOWN, login: 'someone', name: 'Некто', password } }) },
  lookUpInvitation: { open: () => ({ body: { token: UNKNOWN } }) },
  acceptInvitation: { open: () => ({ body: { token: UNKNOWN, login: 'someone', password } }) },
  askPasswordReset: { open: (_, { name }) => ({ body: { login: `nobody ${name}` } }) },
  completePasswordReset: { open: () => ({ body: { token: UNKNOWN, password } }) },
  beginOutsideSignIn: { open: () => ({ body: {} }) },
  finishOutsideSignIn: { open: () => ({ query: { state: UNKNOWN, code: 'x' } }) },

  switchMembership: {
    personal: (_, { membership = '' }) => ({ body: { membership } }),
    foreign: ({ person }) => ({ body: { membership: person.membership } }),
  },
  listRoles: { personal: () => ({}) },
  readOwnAccess: { personal: () => ({}) },
  listOwnSessions: { personal: () => ({}) },
  closeOwnSession: {
    personal: async (_, { id, membership }, { db }) => {
      if (id === undefined || membership === undefined) return { params: { id: NO_ONE } }
      return { params: { id: (await addSession(db, { id, membership })).id } }
    },
    foreign: ({ person }) => ({ params: { id: person.session } }),
  },
  closeOtherSessions: { personal: () => ({}) },
  changePassword: {
    personal: () => ({ body: { current: 'не тот пароль', password } }),
    outcomes: [400, 403, 409, 422],
  },
  beginSecondFactor: { personal: () => ({ body: {} }), outcomes: [400, 403, 409, 422] },
  finishSecondFactor: { personal: () => ({ body: { code: '000000' } }), outcomes: [400, 403, 409, 422] },
  removeSecondFactor: { personal: () => ({ body: { code: '000000' } }), outcomes: [400, 403, 409, 422] },
  renewRecoveryCodes: { personal: () => ({ body: { code: '000000' } }), outcomes: [400, 403, 409, 422] },
  linkIdentity: { personal: () => ({}), outcomes: [404, 409] },
  unlinkIdentity: {
    personal: async (_, { id, name }, { db }) => ({ params: { id: id ? await link(db, id, name) : NO_ONE } }),
    foreign: async ({ person }, { name }, { db }) => ({ params: { id: await link(db, person.id, `of ${name}`) } }),
    outcomes: [409],
  },
}
