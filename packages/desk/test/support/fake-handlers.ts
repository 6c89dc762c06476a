import type { Receipt } from '@otklik/model/exchange/api'
import type { Figure } from '@otklik/model/progress/api'
import { accessHandlers } from './fake-access.ts'
import { auditHandlers } from './fake-audit.ts'
import { ownAccessHandlers } from './fake-own-access.ts'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import { listHandlers } from './fake-lists.ts'
import { objectHandlers } from './fake-objects.ts'
import { organisationHandlers } from './fake-organisations.ts'
import { peopleHandlers } from './fake-people.ts'
import { roleHandlers } from './fake-roles.ts'
import { tokenHandlers } from './fake-tokens.ts'
import { calendar, packageSummary, SUPPLIERS } from './fixtures/packages.ts'
import * as progress from './fixtures/progress.ts'
import * as register from './fixtures/register.ts'
import { casesOf, requestRows, REQUESTS_TOTAL, timeline, waitingTimeline } from './fixtures/requests.ts'
import { servicePage, STATUSES } from './fixtures/service.ts'
import { SERVICES } from './fixtures/services.ts'

const figureOf = ({ figure }: Record<string, string>): Figure =>
  figure === 'errors' || figure === 'csi' ? figure : 'refusals'

function list<T>(rows: readonly T[], { query, state }: Asked): Reply {
  if (isFile(query)) return csv('register.csv')
  const find = query.find?.toLowerCase() ?? ''
  const found = state.empty ? [] : rows.filter((row) => JSON.stringify(row).toLowerCase().includes(find))
  return { json: { total: found.length, rows: found } }
}

function receiptById({ params, query, state }: Asked): Reply {
  if (isFile(query)) return csv('receipt.csv')
  const receipt = state.receipts.find(({ id }) => id === Number(params.id))
  return receipt ? { json: receipt } : problem(404, 'not_found', 'Такого пакета нет.')
}

function take({ query, state }: Asked): Reply {
  const supplier = SUPPLIERS.find(({ code }) => code === query.supplier) ?? SUPPLIERS[0]
  const receipt: Receipt = {
    ...packageSummary(0),
    id: 201 + state.receipts.length,
    supplier,
    date: query.date ?? '2026-11-21',
    name: query.name ?? 'package.csv',
    state: 'working',
    finishedAt: null,
    totals: { read: 0, accepted: 0, quarantined: 0, dropped: 0 },
    files: [],
    codes: {},
    samples: [],
    failure: null,
  }
  state.receipts = [receipt, ...state.receipts]
  return { status: 202, json: receipt }
}

function packagesIn({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('packages.csv')
  const all = state.empty
    ? []
    : state.receipts.filter(
        (one) =>
          (query.state ?? one.state) === one.state &&
          (query.supplier ?? one.supplier.code) === one.supplier.code &&
          (query.from ?? one.date) <= one.date &&
          one.date <= (query.to ?? one.date),
      )
  const from = Number(query.offset ?? 0)
  return { json: { total: all.length, packages: all.slice(from, from + Number(query.limit ?? 100)) } }
}

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
const saved = ({ params, body }: Asked, rows: readonly { id: string }[]): Reply => ({
  json: { ...rows.find(({ id }) => id === params.id?.split(':')[0] || id === params.id), ...fields(body) },
})

/** An answer to every route of the contract, under the route's name. */
export const fakeHandlers: Handlers = {
  ...accessHandlers,
  ...auditHandlers,
  ...listHandlers,
  ...objectHandlers,
  ...ownAccessHandlers,
  ...organisationHandlers,
  ...peopleHandlers,
  ...roleHandlers,
  ...tokenHandlers,
  sendPackage: take,
  listPackages: packagesIn,
  readCalendar: ({ query, state }) => {
    if (isFile(query)) return csv('calendar.csv')
    return { json: state.empty ? { suppliers: [], cells: [] } : calendar(query.from ?? '', query.to ?? '') }
  },
  readReceipt: receiptById,
  downloadSetAside: () => csv('set-aside.csv'),
  downloadSetAsideBook: () => csv('set-aside.xlsx'),
  listServices: (asked) => list(register.registeredServices(), asked),
  saveService: (asked) => saved(asked, register.registeredServices()),
  listAuthorities: (asked) => list(register.authorities(), asked),
  saveAuthority: (asked) => saved(asked, register.authorities()),
  listOffices: (asked) => list(register.offices(), asked),
  saveOffice: (asked) => saved(asked, register.offices()),
  listRegions: (asked) => list(register.regions(), asked),
  saveRegion: (asked) => saved(asked, register.regions()),
  listNorms: (asked) => list(register.norms(), asked),
  saveNorm: (asked) => saved(asked, register.norms()),
  readHistory: ({ state }) => ({ json: { changes: state.empty ? [] : register.changes() } }),
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
