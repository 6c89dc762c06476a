import type { Alarm, Figure } from '@otklik/model/progress/api'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import { caseOf, NO_WORK, type Work } from './fixtures/cases.ts'
import * as progress from './fixtures/progress.ts'
import { leader } from './fixtures/leader.ts'
import { casesOf, requestRows, REQUESTS_TOTAL, timeline, waitingTimeline } from './fixtures/requests.ts'
import { servicePage, STATUSES } from './fixtures/service.ts'
import { CLOSED, SERVICES } from './fixtures/services.ts'
import { CHANGE, NO_CHANGE } from './fixtures/why.ts'

const figureOf = ({ figure }: Record<string, string>): Figure =>
  figure === 'errors' || figure === 'csi' ? figure : 'refusals'

/** Changes the case of a critical value and answers with it. */
function changed({ params, state }: Asked, change: (alarm: Alarm) => Alarm, work: Partial<Work> = {}): Reply {
  const id = Number(params.id)
  state.alarms = state.alarms.map((alarm) => (alarm.id === id ? change(alarm) : alarm))
  state.caseWork = { ...state.caseWork, [id]: { ...NO_WORK, ...state.caseWork[id], ...work } }
  const alarm = state.alarms.find((one) => one.id === id)
  return alarm ? { json: caseOf(alarm, state.caseWork[id]) } : problem(404, 'not_found', 'Такого значения нет.')
}

const acknowledge = (asked: Asked): Reply =>
  changed(asked, (alarm) => ({
    ...alarm,
    acknowledged: {
      by: asked.state.user.name,
      at: '2026-11-22T06:10:00Z',
      reason: String(fields(asked.body).reason),
    },
  }))

function assign(asked: Asked): Reply {
  const { person, due } = fields(asked.body)
  const holder = progress.HOLDERS.find(({ id }) => id === person)
  return changed(asked, same, {
    person: holder ? { id: holder.id, name: holder.name } : null,
    due: typeof due === 'string' ? due : null,
  })
}

function note(asked: Asked): Reply {
  const before = asked.state.caseWork[Number(asked.params.id)]?.notes ?? []
  const added = { by: asked.state.user.name, at: '2026-11-22T06:20:00Z', text: String(fields(asked.body).text) }
  return changed(asked, same, { notes: [...before, added] })
}

const same = (alarm: Alarm): Alarm => alarm

function cases({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('cases.csv')
  const found = state.empty
    ? []
    : wantedAlarms({ query, state }).map((alarm) => caseOf(alarm, state.caseWork[alarm.id]))
  return { json: { judgedThrough: CLOSED, cases: found, expectedByChance: found.length === 0 ? 0 : 1.4 } }
}

function alarmsOf({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('alarms.csv')
  const wanted = wantedAlarms({ query, state })
  return { json: { alarms: wanted, expectedByChance: wanted.length === 0 ? 0 : 1.4 } }
}

function wantedAlarms({ query, state }: Pick<Asked, 'query' | 'state'>): Alarm[] {
  const all = state.empty ? [] : state.alarms
  const authorityOf = (id: string) => SERVICES.find((service) => service.id === id)?.authority
  return all.filter(
    ({ acknowledged, service }) =>
      (query.state !== 'open' || acknowledged === null) &&
      (query.service ?? service) === service &&
      (query.authority === undefined || query.authority === authorityOf(service)),
  )
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
  readLeader: ({ state }) => ({ json: leader(state.empty) }),
  rankServices: ({ query, state }) => {
    if (isFile(query)) return csv('ranking.csv')
    if (state.empty) return { json: { ...progress.ranking('refusals'), mean: null, rows: [] } }
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
  listAlarmCases: cases,
  acknowledgeAlarm: acknowledge,
  takeBackAcknowledgement: (asked) => changed(asked, (alarm) => ({ ...alarm, acknowledged: null })),
  assignCase: assign,
  noteOnCase: note,
  listChartNotes: ({ state }) => ({ json: { notes: state.empty ? [] : state.chartNotes } }),
  writeChartNote: ({ body, state }) => {
    const { day, text, service, authority } = fields(body)
    const id = state.chartNotes.length + 1
    const of = {
      service: typeof service === 'string' ? service : null,
      authority: typeof authority === 'string' ? authority : null,
    }
    const note = {
      id,
      day: typeof day === 'string' ? day : '',
      text: typeof text === 'string' ? text : '',
      ...of,
      by: state.user.name,
      at: '2026-11-22T06:30:00Z',
    }
    state.chartNotes = [...state.chartNotes, note]
    return { json: note }
  },
  removeChartNote: ({ params, state }) => {
    const note = state.chartNotes.find(({ id }) => id === Number(params.id))
    state.chartNotes = state.chartNotes.filter((one) => one !== note)
    return note ? { json: note } : problem(404, 'not_found', 'Такой заметки нет.')
  },
  listCaseHolders: () => ({ json: { rows: [...progress.HOLDERS] } }),
  readSignals: ({ query, state }) => ({
    json: state.empty ? { month: null, signals: [] } : progress.signals(query.service),
  }),
  listStatuses: () => ({ json: STATUSES }),
  readFilters: ({ state }) => ({ json: state.empty ? emptyFilters : progress.filters() }),
}
