import type { Entries } from '../entry.ts'
import { FEDERAL, NEIGHBOUR } from '../parts.ts'
import type { World } from '../world.ts'

const months = { from: '2026-05', to: '2026-05' }

export const progressEntries: Entries = {
  readIndicators: {
    ask: () => ({ query: { by: 'service,region,authority,office' } }),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service, by: 'service' } }),
    counts: ({ rows }) => rows.reduce((sum: number, row: { submitted: number }) => sum + row.submitted, 0),
  },
  readWhy: {
    // Held against itself: nothing changed, and every key is there.
    ask: () => ({ query: { indicator: 'errors', ...months, against: '2026-05:2026-05', by: 'service' } }),
    lists: true,
    counts: ({ b }) => b.n,
  },
  readOverview: { ask: () => ({ query: months }), counts: ({ total }) => total.submitted },
  readLeader: { ask: () => ({ query: months }) },
  rankServices: {
    ask: () => ({ query: { figure: 'refusals', ...months } }),
    lists: true,
    narrowed: () => ({ query: { figure: 'csi', region: NEIGHBOUR.region } }),
    counts: ({ rows }) => rows.reduce((sum: number, row: { n: number }) => sum + row.n, 0),
  },
  readRespondents: {
    ask: () => ({ query: months }),
    lists: true,
    counts: ({ total }) => total.respondents,
  },
  readService: { ask: ({ service }) => ({ params: { service } }), names: true },
  listRequests: {
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.code } }),
    counts: ({ total }) => total,
  },
  readTimeline: { ask: ({ request }) => ({ params: { request } }), names: true },
  listAlarms: {
    ask: () => ({ query: { state: 'all' } }),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service, state: 'all' } }),
  },
  readSignals: {
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service } }),
  },
  printNotice: { ask: ({ alarm }) => ({ params: { id: alarm }, query: { format: 'docx' } }), names: true },
  acknowledgeAlarm: {
    ask: ({ alarm }) => ({ params: { id: alarm }, body: { reason: 'Проверено' } }),
    names: true,
  },
  takeBackAcknowledgement: { ask: ({ alarm }) => ({ params: { id: alarm } }), names: true },
  assignCase: { ask: ({ alarm }) => ({ params: { id: alarm }, body: { person: null, due: null } }), names: true },
  noteOnCase: { ask: ({ alarm }) => ({ params: { id: alarm }, body: { text: 'Проверено' } }), names: true },
  listAlarmCases: {
    ask: () => ({ query: { state: 'all' } }),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service, state: 'all' } }),
  },
  listChartNotes: { ask: () => ({}) },
  writeChartNote: {
    ask: ({ service }) => ({ body: { day: '2026-05-01', text: 'Новый порядок', service, authority: null } }),
    names: true,
  },
  removeChartNote: {
    ask: async ({ service }, _, { db }) => ({ params: { id: await chartNote(db, service) } }),
    names: true,
  },
  // Nobody of the neighbour's may be given cases: whoever reaches everything finds none of them.
  listCaseHolders: { ask: () => ({}), lists: true, everythingFinds: false },
  listStatuses: { ask: () => ({}) },
  readFilters: { ask: () => ({}), lists: true },
}

/** The page of a federal service shows the part of it that is within reach. */
export const federalPage = { params: { service: FEDERAL }, query: months }

async function chartNote(db: World['db'], service: string): Promise<number> {
  const note = { day: '2026-05-01', text: 'Новый порядок', service, authority: null, by_name: 'Анна', at: new Date() }
  const { id } = await db.insertInto('chart_notes').values(note).returning('id').executeTakeFirstOrThrow()
  return id
}
