import type { Entries } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'
import { addPerson, addSession } from '../people.ts'
import type { Things, World } from '../world.ts'

let made = 0

/** Somebody new of the part: the call may do with them what it likes. */
async function someone(things: Things, { db }: World) {
  const number = ++made
  const about = { login: `${things.code}-new-${number}`, name: `${things.word}ий новичок ${number}` }
  return addPerson(db, about, { role: 'interviewer', organisation: things.organisations.regional_body })
}

const held = (things: Things) => ({ organisation: things.organisations.regional_body.id, role: 'phone_operator' })
const find = () => ({ query: { find: NEIGHBOUR.word } })

export const peopleEntries: Entries = {
  listPeople: { right: 'people.read', ask: () => ({ query: { limit: 1000 } }), lists: true, narrowed: find },
  readPerson: { right: 'people.read', ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  readHoldings: { right: 'people.read', ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  listPersonSessions: { right: 'people.read', ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  invitePerson: {
    right: 'people.manage',
    ask: (things) => ({ body: { name: `${things.word}ий гость ${++made}`, mail: null, ...held(things) } }),
    names: true,
    hidden: [400, 404],
  },
  savePerson: {
    right: 'people.manage',
    ask: ({ person, word }) => ({ params: { id: person.id }, body: { name: `${word}ий человек`, mail: null } }),
    names: true,
  },
  inviteAgain: {
    right: 'people.manage',
    ask: ({ person }) => ({ params: { id: person.id } }),
    names: true,
  },
  grantRole: {
    right: 'people.manage',
    ask: async (things, _, world) => ({ params: { id: (await someone(things, world)).id }, body: held(things) }),
    names: true,
  },
  moveRole: {
    right: 'people.manage',
    ask: async (things, _, world) => {
      const { id, membership } = await someone(things, world)
      return { params: { id, membership }, body: held(things) }
    },
    names: true,
  },
  withdrawRole: {
    right: 'people.manage',
    ask: async (things, _, world) => {
      const { id, membership } = await someone(things, world)
      return { params: { id, membership } }
    },
    names: true,
  },
  deactivatePerson: {
    right: 'people.manage',
    ask: async (things, _, world) => ({
      params: { id: (await someone(things, world)).id },
      body: { reason: 'Проверка', successor: null, passRoles: false },
    }),
    names: true,
  },
  reactivatePerson: {
    right: 'people.manage',
    ask: async (things, _, world) => {
      const { id } = await someone(things, world)
      await world.db.updateTable('access_users').set({ disabled_at: new Date() }).where('id', '=', id).execute()
      return { params: { id } }
    },
    names: true,
  },
  closePersonSessions: {
    right: 'people.manage',
    ask: async (things, _, world) => {
      const person = await someone(things, world)
      await addSession(world.db, person)
      return { params: { id: person.id } }
    },
    names: true,
  },
  resetSecondFactor: {
    right: 'people.manage',
    ask: async (things, _, world) => ({ params: { id: (await someone(things, world)).id } }),
    names: true,
  },
}
