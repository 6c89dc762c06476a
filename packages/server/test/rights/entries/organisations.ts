import type { OrganisationFields } from '@otklik/model/access/api'
import type { Entries } from '../entry.ts'
import { NEIGHBOUR, plant } from '../parts.ts'
import type { Things, World } from '../world.ts'

const fields = (name: string): OrganisationFields => ({
  name,
  shortName: null,
  region: null,
  zone: null,
  ogrn: null,
  address: null,
  phone: null,
  mail: null,
  authority: null,
  office: null,
})

let made = 0
/** A school of the part that nothing hangs on. */
const spare = ({ organisations, word }: Things, { db }: World) =>
  plant(db, organisations.region, { kind: 'institution', name: `${word}ая школа ${++made}` })

export const organisationEntries: Entries = {
  readFirstSteps: { ask: () => ({}) },
  listOrganisations: {
    ask: (_, { everything }) => ({ query: { find: everything ? NEIGHBOUR.word : 'Свойск', limit: 1000 } }),
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  readOrganisation: {
    ask: ({ organisations }) => ({ params: { id: organisations.regional_body.id } }),
    names: true,
  },
  addOrganisation: {
    ask: ({ organisations, word }) => ({
      body: { parent: organisations.region.id, kind: 'institution', ...fields(`${word}ая библиотека ${++made}`) },
    }),
    names: true,
    hidden: [400, 404],
  },
  saveOrganisation: {
    ask: async (things, _, world) => ({
      params: { id: (await spare(things, world)).id },
      body: fields(`${things.word}ая школа ${++made}`),
    }),
    names: true,
  },
  moveOrganisation: {
    ask: async (things, _, world) => ({
      params: { id: (await spare(things, world)).id },
      body: { parent: things.organisations.regional_body.id },
    }),
    names: true,
  },
  closeOrganisation: {
    ask: async (things, _, world) => ({ params: { id: (await spare(things, world)).id }, body: { successor: null } }),
    names: true,
  },
  reopenOrganisation: {
    ask: async (things, _, world) => {
      const { id } = await spare(things, world)
      await world.db.updateTable('access_organisations').set({ closed_at: new Date() }).where('id', '=', id).execute()
      return { params: { id } }
    },
    names: true,
  },
}
