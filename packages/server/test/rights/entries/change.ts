import { plantProcess, plantStatement } from '../change.ts'
import type { Entries, RightEntry } from '../entry.ts'

/** A call about a statement of the part. */
const ofStatement = (body: object): RightEntry => ({
  ask: async (things, _, { db }) => ({ params: { id: await plantStatement(db, things) }, body }),
  names: true,
})

const topic = (code: string) => ({ code, name: 'Новая тема', words: ['слов*'] })

export const changeEntries: Entries = {
  listProcesses: {
    ask: async (_, __, { db, own, neighbour }) => {
      for (const part of [own, neighbour]) await plantProcess(db, part)
      return {}
    },
    lists: true,
  },
  addProcess: {
    ask: ({ word }) => ({ body: { name: 'Кадры', kind: 'internal', authority: `${word}ое министерство` } }),
    names: true,
    hidden: [400],
  },
  tryMasking: { ask: () => ({ body: { text: 'Звоните 8 910 123-45-67' } }) },
  listStatements: {
    ask: async (_, __, { db, own, neighbour }) => {
      for (const part of [own, neighbour]) await plantStatement(db, part)
      return {}
    },
    lists: true,
    narrowed: ({ service }) => ({ query: { process: service } }),
  },
  maskFragment: ofStatement({ fragment: 'очередь', kind: 'name' }),
  takeStatements: { ask: () => ({}) },
  readCoding: {
    ask: async (_, __, { db, own, neighbour }) => {
      for (const part of [own, neighbour]) await plantStatement(db, part)
      return { query: { limit: 50 } }
    },
    lists: true,
    everythingFinds: false,
    narrowed: ({ service }) => ({ query: { process: service } }),
  },
  codeStatement: ofStatement({ codes: [], blind: false }),
  undoCoding: { ask: () => ({}) },
  readAgreement: { ask: () => ({}) },
  learnTopicsNow: { ask: () => ({}) },
  readRubricator: { ask: () => ({}) },
  saveRubricator: { ask: () => ({ body: { edition: 1, topics: [topic('new')] } }) },
  splitTopic: { ask: () => ({ body: { edition: 1, code: 'queue', into: [topic('one'), topic('two')] } }) },
  mergeTopics: { ask: () => ({ body: { edition: 1, codes: ['queue', 'booking'], into: topic('both') } }) },
  importRubricator: { ask: () => ({ query: { edition: 1 }, text: 'Код;Тема;Слова\r\n' }) },
  countTopicHits: { ask: () => ({ body: { words: ['очеред*'] } }) },
}
