import { USUAL_SETTINGS } from '@otklik/model/change/pains'
import { plantMap, plantMeasure, plantProblem, plantProcess, plantStatement } from '../change.ts'
import type { Ask, Entries, RightEntry } from '../entry.ts'
import type { Things, World } from '../world.ts'

/** A call about a statement of the part. */
const ofStatement = (body: object): RightEntry => ({
  ask: async (things, _, { db }) => ({ params: { id: await plantStatement(db, things) }, body }),
  names: true,
})

type Plant = (db: World['db'], things: Things) => Promise<number>
const of = (plant: Plant, ask: Ask = {}): RightEntry => ({
  ask: async (things, _, { db }) => ({ ...ask, params: { ...ask.params, id: await plant(db, things) } }),
  names: true,
})
const ofProblem = (body?: object) => of(plantProblem, body && { body })
const ofMeasure = (body: object = {}) => of(plantMeasure, { body })
const ofMap = (ask?: Ask) => of(plantMap, ask)
const listed = (plant: Plant): RightEntry => ({
  ask: async (_, __, { db, own, neighbour }) => {
    for (const part of [own, neighbour]) await plant(db, part)
    return {}
  },
  lists: true,
})
const reason = 'Проверка прав'
const problemOf = ({ service, word }: Things) => ({
  name: `${word}ая проблема`,
  stage: null,
  feasibility: null,
  flag: null,
  flagReason: null,
  topics: ['queue'],
  processes: [service],
  links: [],
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
  listClusters: {
    ask: async (_, __, { db, own, neighbour }) => {
      for (const part of [own, neighbour]) for (let times = 0; times < 3; times++) await plantStatement(db, part)
      return {}
    },
    lists: true,
    everythingFinds: false,
    narrowed: ({ service }) => ({ query: { process: service } }),
  },
  codeCluster: {
    ask: async (things, _, { db }) => ({ body: { code: 'queue', statements: [await plantStatement(db, things)] } }),
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
  listProblems: listed(plantProblem),
  readProblem: ofProblem(),
  makeProblem: { ask: (things) => ({ body: problemOf(things) }), names: true, hidden: [400] },
  saveProblem: {
    ask: async (things, _, { db }) => ({
      params: { id: await plantProblem(db, things) },
      body: { version: 1, ...problemOf(things) },
    }),
    names: true,
    hidden: [400],
  },
  declineProblem: ofProblem({ reason }),
  solveProblem: ofProblem(),
  reopenProblem: ofProblem({ reason }),
  changePriority: {
    ask: async (things, _, { db }) => ({
      params: { id: await plantProblem(db, things) },
      body: { process: things.service, priority: 'low', reason },
    }),
    names: true,
  },
  chooseQuotes: ofProblem({ statements: [] }),
  // What it shows of a part, change/journey.test.ts asks: here nobody was asked about anything.
  readPainMap: { ask: () => ({}) },
  printPainMap: { ask: () => ({ query: { format: 'xlsx' } }) },
  listMaps: { ask: () => ({}) },
  makeMap: { ask: () => ({ body: { period: '2026-Q1' } }) },
  readMap: ofMap(),
  countMap: ofMap(),
  approveMap: ofMap({ body: { seen: 'seen' } }),
  printMap: ofMap({ query: { format: 'xlsx' } }),
  listMeasures: {
    ...listed(plantMeasure),
    narrowed: ({ service }) => ({ query: { process: service } }),
  },
  readMeasure: of(plantMeasure),
  readEffect: of(plantMeasure),
  planMeasure: {
    ask: async (things, _, { db }) => ({
      body: {
        text: 'Мера',
        problems: [await plantProblem(db, things)],
        processes: [things.service],
        department: 'Отдел',
        person: null,
        due: '2099-01-01',
      },
    }),
    names: true,
    hidden: [400],
  },
  approveMeasure: ofMeasure(),
  startMeasure: ofMeasure(),
  reportMeasure: ofMeasure({ doneOn: '2026-06-01' }),
  verifyMeasure: ofMeasure(),
  returnMeasure: ofMeasure({ reason }),
  postponeMeasure: ofMeasure({ due: '2099-02-01', reason }),
  cancelMeasure: ofMeasure({ reason }),
  addEvidenceLink: ofMeasure({ title: 'Акт', address: 'https://example.test/akt' }),
  addEvidenceFile: {
    ask: async (things, _, { db }) => ({
      params: { id: await plantMeasure(db, things) },
      query: { name: 'akt.txt' },
      text: 'Акт',
    }),
    names: true,
  },
  downloadEvidence: {
    ask: async (things, _, { db }) => {
      const measure_id = await plantMeasure(db, things)
      const file = { measure_id, name: 'akt.txt', size: 3, bytes: Buffer.from('Акт'), by: 'Проба', at: new Date() }
      const { id } = await db.insertInto('change_evidence').values(file).returning('id').executeTakeFirstOrThrow()
      return { params: { id: measure_id, file: id } }
    },
    names: true,
  },
  printMeasurePlan: { ask: () => ({ query: { year: 2099, format: 'xlsx' } }) },
  listExecutors: { ask: () => ({}) },
  readPublication: ofProblem(),
  publishProblem: ofProblem({ said: 'Очередь', done: 'Открыто окно' }),
  withdrawProblem: ofProblem(),
  listFurtherSurveys: { ask: () => ({}) },
  readPainSettings: { ask: () => ({}) },
  savePainSettings: {
    ask: () => ({ body: { edition: 0, settings: USUAL_SETTINGS, reason } }),
    seenOnly: ({ everything }) => !everything,
  },
  draftFurtherSurvey: {
    ask: async (things, _, { db }) => ({ body: { process: await plantProcess(db, things), month: '2026-01' } }),
    names: true,
    hidden: [400],
  },
  declineFurtherSurvey: {
    ask: async (things, _, { db }) => ({
      body: { process: await plantProcess(db, things), month: '2026-01', reason },
    }),
    names: true,
    hidden: [400],
  },
}
