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
  listPeople: { ask: () => ({ query: { limit: 1000 } }), lists: true, narrowed: find },
  readPerson: { ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  readHoldings: { ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  listPersonSessions: { ask: ({ person }) => ({ params: { id: person.id } }), names: true },
  invitePerson: {
    ask: (things) => ({ body: { name: `${things.word}ий гость ${++made}`, mail: null, ...held(things) } }),
    names: true,
    hidden: [400, 404],
  },
  savePerson: {
    ask: ({ person, word }) => ({ params: { id: person.id }, body: { name: `${word}ий человек`, mail: null } }),
    names: true,
  },
  inviteAgain: {
    ask: ({ person }) => ({ params: { id: person.id } }),
    names: true,
  },
  grantRole: {
    ask: async (things, _, world) => ({ params: { id: (await someone(things, world)).id }, body: held(things) }),
    names: true,
  },
  moveRole: {
    ask: async (things, _, world) => {
      const { id, membership } = await someone(things, world)
      return { params: { id, membership }, body: held(things) }
    },
    names: true,
  },
  withdrawRole: {
    ask: async (things, _, world) => {
      const { id, membership } = await someone(things, world)
      return { params: { id, membership } }
    },
    names: true,
  },
  deactivatePerson: {
    ask: async (things, _, world) => ({
      params: { id: (await someone(things, world)).id },
      body: { reason: 'Проверка', successor: null, passRoles: false },
    }),
    names: true,
  },
  reactivatePerson: {
    ask: async (things, _, world) => {
      const { id } = await someone(things, world)
      await world.db.updateTable('access_users').set({ disabled_at: new Date() }).where('id', '=', id).execute()
      return { params: { id } }
    },
    names: true,
  },
  closePersonSessions: {
    ask: async (things, _, world) => {
      const person = await someone(things, world)
      await addSession(world.db, person)
      return { params: { id: person.id } }
    },
    names: true,
  },
  resetSecondFactor: {
    ask: async (things, _, world) => ({ params: { id: (await someone(things, world)).id } }),
    names: true,
  },
}
