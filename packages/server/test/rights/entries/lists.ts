import type { Entries, Make, RightEntry } from '../entry.ts'
import { plantList, versionOf } from '../lists.ts'
import { NEIGHBOUR } from '../parts.ts'
import type { Actor } from '../people.ts'

/** Lists are of the whole system: from a part of it nothing is changed. */
const inPart = ({ everything }: Actor): boolean => !everything

const object = {
  name: 'Сервис',
  kind: 'service_tool',
  authority: null,
  region: null,
  service: null,
  address: 'https://service.test/',
  level: null,
  validFrom: null,
  validTo: null,
}
const facts = {
  selfCheck: 'А',
  form: 'open',
  ending: null,
  roadMapFailed: false,
  contacts: true,
  access: true,
  mass: null,
}

/** What names nothing: the Centre's own doings. */
const ofTheWhole = (ask: Make): RightEntry => ({ ask, seenOnly: inPart })
/** Objects are the draft of the single list, which is not there for those who see a part. */
const ofObject = (ask: Make): RightEntry => ({ ask, names: true, hiddenFrom: inPart })
/** The own part's list is published and seen, the neighbour's is a draft and is not. */
const ofList = (body?: object): RightEntry => ({
  ask: async ({ word }, _, { db }) => ({
    params: { id: await plantList(db, word === NEIGHBOUR.word ? 'draft' : 'published') },
    ...(body && { body }),
  }),
  names: true,
  seenOnly: inPart,
})

/** What the calculator is asked. */
const score = {
  kind: 'oversight',
  mass: false,
  regulation: 'А',
  laboratory: 'Б',
  not_supplied: [],
  issued: '2026-03-15',
}

export const listEntries: Entries = {
  scoreLevel: { open: () => ({ body: score }) },
  listObjects: {
    ask: () => ({}),
    lists: true,
    hiddenFrom: inPart,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  addObject: ofTheWhole(() => ({ body: object })),
  fillObjects: ofTheWhole(() => ({ body: { scope: 'all', region: null } })),
  saveObject: ofObject(async ({ object: id, word, authority: _, region, service }, __, { db }) => ({
    params: { id },
    body: {
      ...object,
      name: `${word}ая справка`,
      kind: 'service',
      authority: `${word}ое министерство`,
      region,
      service,
      address: null,
      version: await versionOf(db, 'certification_objects', id),
    },
  })),
  removeObject: ofObject(({ object: id }) => ({ params: { id }, body: { reason: 'Проверка' } })),
  restoreObject: ofObject(({ object: id }) => ({ params: { id }, body: { reason: 'Проверка' } })),
  readLists: { ask: () => ({}) },
  readList: {
    ask: (_, __, { publishedList }) => ({ params: { id: publishedList } }),
    lists: true,
    narrowed: (_, __, { publishedList }) => ({ params: { id: publishedList }, query: { find: NEIGHBOUR.word } }),
  },
  // The list published in this world is the first of its kind: what it shows of a part, lists/changes.test.ts asks.
  printList: {
    ask: (_, __, { publishedList }) => ({ params: { id: publishedList }, query: { format: 'xlsx' } }),
  },
  readListChanges: {
    ask: (_, __, { publishedList }) => ({ params: { id: publishedList } }),
  },
  submitSingleList: ofTheWhole(() => ({})),
  createYearList: ofTheWhole(() => ({ body: { year: 2027 } })),
  saveEntry: {
    ask: async ({ entry }, _, { db, publishedList }) => ({
      params: { id: publishedList, entry },
      body: { version: await versionOf(db, 'certification_entries', entry), ...facts },
    }),
    names: true,
    seenOnly: inPart,
  },
  saveEntries: {
    ask: async ({ entry: id }, _, { db, publishedList }) => ({
      params: { id: publishedList },
      body: { entries: [{ id, version: await versionOf(db, 'certification_entries', id), ...facts }] },
    }),
    names: true,
    seenOnly: inPart,
  },
  publishList: ofList(),
  submitList: ofList(),
  withdrawList: ofList(),
  updateList: ofList(),
  returnList: ofList({ remarks: 'Замечания' }),
  approveList: ofList({ protocolNumber: '1', protocolDate: '2026-01-01' }),
}
