import type { Figure } from '@otklik/model/progress/api'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import * as progress from './fixtures/progress.ts'
import { casesOf, requestRows, REQUESTS_TOTAL, timeline, waitingTimeline } from './fixtures/requests.ts'
import { servicePage, STATUSES } from './fixtures/service.ts'
import { SERVICES } from './fixtures/services.ts'
import { CHANGE, NO_CHANGE } from './fixtures/why.ts'

const figureOf = ({ figure }: Record<string, string>): Figure =>
  figure === 'errors' || figure === 'csi' ? figure : 'refusals'

function acknowledge({ params, body, state }: Asked): Reply {
  const reason = String(fields(body).reason)
  const acknowledged = { by: state.user.name, at: '2026-11-22T06:10:00Z', reason }
  state.alarms = state.alarms.map((alarm) => (alarm.id === Number(params.id) ? { ...alarm, acknowledged } : alarm))
  const alarm = state.alarms.find(({ id }) => id === Number(params.id))
  return alarm ? { json: alarm } : problem(404, 'not_found', 'Такого значения нет.')
}

function alarmsOf({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('alarms.csv')
  const all = state.empty ? [] : state.alarms
  const authorityOf = (id: string) => SERVICES.find((service) => service.id === id)?.authority
  const wanted = all.filter(
    ({ acknowledged, service }) =>
      (query.state !== 'open' || acknowledged === null) &&
      (query.service ?? service) === service &&
      (query.authority === undefined || query.authority === authorityOf(service)),
  )
  return { json: { alarms: wanted, expectedByChance: wanted.length === 0 ? 0 : 1.4 } }
}

function requests({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('requests.csv')
  if (state.empty) return { json: { total: 0, rows: [] } }
  const found = requestRows(0, REQUESTS_TOTAL).filter(({ request }) => request.startsWith(query.find ?? ''))
  const rows = casesOf(found, query.counted).filter(({ score }) => (query.score ?? String(score)) === String(score))
  const from = Number(query.offset ?? 0)
  return { json: { total: rows.length, rows: rows.slice(from, from + Number(query.limit ?? 100)) } }
}

const emptyFilters = {
  from: null,
  to: null,
  closedThrough: null,
  services: [],
  channels: [],
  regions: [],
  authorities: [],
  offices: [],
}
export const progressHandlers: Handlers = {
  readIndicators: ({ query }) =>
    isFile(query) ? csv('indicators.csv') : { json: { period: progress.PERIOD, rows: progress.monthRows() } },
  readOverview: ({ query, state }) => ({
    json: state.empty ? progress.emptyOverview() : progress.overview(query.service),
  }),
  rankServices: ({ query, state }) => {
    if (isFile(query)) return csv('ranking.csv')
    if (state.empty) return { json: { period: progress.PERIOD, mean: null, rows: [] } }
    const ranking = progress.ranking(figureOf(query))
    const rows = ranking.rows.filter(({ name }) => name.toLowerCase().includes(query.find?.toLowerCase() ?? ''))
    return { json: { ...ranking, rows } }
  },
  readWhy: ({ query, state }) => (isFile(query) ? csv('why.csv') : { json: state.empty ? NO_CHANGE : CHANGE }),
  readService: ({ params, query }) => {
    if (params.service === 'NO-SUCH') return problem(404, 'not_found', 'Такой записи нет, или она Вам не видна.')
    return isFile(query) ? csv('service.csv') : { json: servicePage(params.service ?? '') }
  },
  listRequests: requests,
  readTimeline: ({ params }) => {
    if (params.request === 'NO-SUCH') return problem(404, 'not_found', 'Такого запроса нет.')
    return { json: params.request === 'WAITING' ? waitingTimeline('WAITING') : timeline(params.request ?? '') }
  },
  listAlarms: alarmsOf,
  acknowledgeAlarm: acknowledge,
  readSignals: ({ query, state }) => ({
    json: state.empty ? { month: null, signals: [] } : progress.signals(query.service),
  }),
  listStatuses: () => ({ json: STATUSES }),
  readFilters: ({ state }) => ({ json: state.empty ? emptyFilters : progress.filters() }),
}
