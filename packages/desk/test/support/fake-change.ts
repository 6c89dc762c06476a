import { USUAL_SETTINGS } from '@otklik/model/change/pains'
import { BUILT_IN_RUBRICATOR } from '@otklik/model/change/rubricator'
import type { Asked, Handlers, Reply } from './fake-contract.ts'
import { cluster, figures, measure, problem, tasks } from './fixtures/change.ts'
import { pageOf } from './fake-page.ts'

const processes = [
  {
    id: 'school',
    name: figures.processes[0]?.name ?? '',
    kind: 'service',
    authority: null,
    statements: 420,
    uncoded: 20,
  },
]
const model = { learned: null, texts: 0, top1: null, top3: null, auto: null, edition: 1 }
const nothing = { statements: 0, coded: 0, filtered: 0, uncoded: 0, respondents: 0, items: 0 }
const edition = {
  id: 1,
  period: figures.period,
  title: figures.title,
  number: 1,
  state: 'draft',
  rows: figures.rows.length,
  made: { at: '2026-10-05T06:00:00Z', by: 'Иванова А. С.' },
  approved: null,
  seen: 'a',
}
const changes = { before: '2026-Q2', rows: [{ process: 'Школа', problem: problem.name, change: 'worse' }] }

const coding = ({ state }: Asked): Reply => {
  const left = state.empty ? [] : tasks.filter(({ id }) => !state.coded.has(id))
  const undo = state.coded.size > 0 ? { statement: 7, text: '' } : null
  return { json: { tasks: left, left: left.length, coded: state.coded.size, filtered: 0, blind: 0, model, undo } }
}

/** The answers of the context of changes. */
export const changeHandlers: Handlers = {
  listProcesses: ({ state }) => ({ json: { rows: state.empty ? [] : processes } }),
  readCoding: coding,
  codeStatement: ({ params, state }) => {
    state.coded.add(Number(params.id))
    return { json: { coded: 3 } }
  },
  undoCoding: ({ state }) => {
    state.coded.clear()
    return { json: { statement: 7 } }
  },
  readAgreement: () => ({ json: null }),
  readRubricator: () => ({ json: { ...BUILT_IN_RUBRICATOR, made: null, coded: { form: 12 }, editions: 1 } }),
  listStatements: (asked) =>
    pageOf(
      tasks.map(({ suggestions: _, ...one }) => one),
      asked,
    ),
  readPainMap: ({ state }) => ({
    json: state.empty ? { ...figures, rows: [], cells: [], processes: [], stages: [], coverage: nothing } : figures,
  }),
  listMaps: ({ state }) => ({ json: { rows: state.empty ? [] : [edition] } }),
  readMap: () => ({ json: { ...edition, figures, changes, allowed: ['approve'] } }),
  listProblems: ({ state }) => ({ json: { rows: state.empty ? [] : [problem] } }),
  readProblem: () => ({ json: problem }),
  readPublication: () => ({ json: null }),
  listFurtherSurveys: () => ({ json: { month: '2026-10', rows: [] } }),
  listMeasures: (asked) => {
    const { json, ...reply } = pageOf([measure], asked)
    return json === undefined ? reply : { json: { overdue: 1, ...(json as object) } }
  },
  readMeasure: () => ({ json: measure }),
  listClusters: ({ state }) => ({ json: { looked: 40, rows: state.empty ? [] : [cluster] } }),
  codeCluster: () => ({ json: { coded: 4 } }),
  readPainSettings: () => ({ json: { settings: USUAL_SETTINGS, edition: 0, saved: null } }),
  savePainSettings: () => ({ json: { settings: USUAL_SETTINGS, edition: 1, saved: null } }),
}
