import type { Entries } from '../entry.ts'
import { FEDERAL, NEIGHBOUR } from '../parts.ts'

const months = { from: '2026-05', to: '2026-05' }

export const progressEntries: Entries = {
  readIndicators: {
    right: 'progress.read',
    ask: () => ({ query: { by: 'service,region,authority,office' } }),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service, by: 'service' } }),
    counts: ({ rows }) => rows.reduce((sum: number, row: { submitted: number }) => sum + row.submitted, 0),
  },
  readOverview: { right: 'progress.read', ask: () => ({ query: months }), counts: ({ total }) => total.submitted },
  rankServices: {
    right: 'progress.read',
    ask: () => ({ query: { figure: 'refusals', ...months } }),
    lists: true,
    narrowed: () => ({ query: { figure: 'csi', region: NEIGHBOUR.region } }),
    counts: ({ rows }) => rows.reduce((sum: number, row: { n: number }) => sum + row.n, 0),
  },
  readRespondents: {
    right: 'respondents.read',
    ask: () => ({ query: months }),
    lists: true,
    counts: ({ total }) => total.respondents,
  },
  readService: { right: 'progress.read', ask: ({ service }) => ({ params: { service } }), names: true },
  listRequests: {
    right: 'requests.read',
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.code } }),
    counts: ({ total }) => total,
  },
  readTimeline: { right: 'requests.read', ask: ({ request }) => ({ params: { request } }), names: true },
  listAlarms: {
    right: 'progress.read',
    ask: () => ({ query: { state: 'all' } }),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service, state: 'all' } }),
  },
  readSignals: {
    right: 'progress.read',
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { service: NEIGHBOUR.service } }),
  },
  acknowledgeAlarm: {
    right: 'alarms.acknowledge',
    ask: ({ alarm }) => ({ params: { id: alarm }, body: { reason: 'Проверено' } }),
    names: true,
  },
  listStatuses: { right: 'progress.read', ask: () => ({}) },
  readFilters: { right: 'progress.read', ask: () => ({}), lists: true },
}

/** The page of a federal service shows the part of it that is within sight. */
export const federalPage = { params: { service: FEDERAL }, query: months }
