import type { Entries, RightEntry } from '../entry.ts'
import { dropDraftSheets, plantForm, plantRemark, plantSheet } from '../materials.ts'
import type { Actor } from '../people.ts'
import type { Things } from '../world.ts'

/** The form is the Centre's, for the whole system. */
const inPart = ({ everything }: Actor): boolean => !everything
const reason = 'Проверка прав'
const form = { title: 'Бланк', sections: [], bounds: null }
const remark = {
  asks: 'correct',
  text: 'Замечание',
  materials: { level: null, monitoring: null, form: null, act: null, mass: null },
  contacts: { authority: null, digital: null },
}

const ofForm = (state: 'draft' | 'published', body?: object): RightEntry => ({
  ask: async (_, __, { db }) => ({ params: { id: await plantForm(db, state) }, ...(body && { body }) }),
  seenOnly: inPart,
})
const ofSheet = (body: object): RightEntry => ({
  ask: async (things, _, { db }) => ({ params: { id: await plantSheet(db, things) }, body }),
  names: true,
})
const ofRemark = (state: 'draft' | 'sent', rest: object = {}): RightEntry => ({
  ask: async (things, _, { db }) => ({ params: { id: (await plantRemark(db, things, state)).id }, ...rest }),
  names: true,
})
const decided = (rest: object = {}): RightEntry => ({ ...ofRemark('sent', rest), names: false, seenOnly: inPart })
const plantBoth = async (parts: readonly Things[], world: { db: Parameters<typeof plantRemark>[0] }) => {
  for (const part of parts) await plantRemark(world.db, part, 'sent')
}

export const materialEntries: Entries = {
  listForms: { ask: () => ({}) },
  addForm: {
    ask: async (_, __, { db }) => {
      // The draft that another role has begun would be in the way.
      await plantForm(db, 'published')
      return { body: form }
    },
    seenOnly: inPart,
  },
  saveForm: ofForm('draft', { version: 1, ...form }),
  publishForm: ofForm('draft'),
  withdrawForm: ofForm('published', { reason }),
  readEntryMaterials: { ask: ({ entry }) => ({ params: { id: entry } }), names: true },
  beginSelfCheck: {
    ask: async (things, _, { db }) => {
      await plantForm(db, 'published')
      await dropDraftSheets(db, things)
      return { params: { id: things.entry } }
    },
    names: true,
  },
  fillSelfCheck: ofSheet({ version: 1, marks: [], letter: null }),
  signSelfCheck: ofSheet({ version: 1 }),
  listRemarks: {
    ask: async (_, __, world) => {
      await plantBoth([world.own, world.neighbour], world)
      return { params: { id: world.publishedList } }
    },
    lists: true,
  },
  addListRemark: { ask: ({ entry }) => ({ params: { id: entry }, body: remark }), names: true },
  saveListRemark: ofRemark('draft', { body: { version: 1, ...remark } }),
  addRemarkFile: ofRemark('draft', { query: { kind: 'act', name: 'акт.txt' }, text: 'Акт' }),
  downloadRemarkFile: {
    ask: async (things, _, { db }) => ({ params: await plantRemark(db, things, 'sent') }),
    names: true,
  },
  sendListRemark: ofRemark('draft'),
  takeBackListRemark: ofRemark('sent'),
  acceptListRemark: decided(),
  declineListRemark: decided({ body: { reason } }),
}
