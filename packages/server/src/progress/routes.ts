import { WHY_DIMENSIONS } from '@otklik/model/contributions'
import * as contract from '@otklik/model/progress/api'
import { statusRows } from '@otklik/model/statuses'
import { type App, sendTable, serve } from '../platform/http/index.ts'
import { rangeOf } from '../platform/list.ts'
import { sendPaper } from '../platform/papers/index.ts'
import { problem } from '../platform/problems/index.ts'
import { listAlarms, readAlarm } from './alarms/list.ts'
import { noticePaper } from './alarms/notice.ts'
import { listSignals } from './alarms/signals.ts'
import { caseRoutes } from './cases/routes.ts'
import { monthsBefore } from './indicators/compared.ts'
import { chartNotes } from './chart-notes/notes.ts'
import { chartNoteRoutes } from './chart-notes/routes.ts'
import { filterOf, indicatorRows, sliceKeys } from './indicators/rows.ts'
import { readFilters } from './overview/filters.ts'
import { readOverview } from './overview/overview.ts'
import { found, rankServices } from './overview/ranking.ts'
import { readService } from './overview/service-page.ts'
import type { ProgressDeps } from './deps.ts'
import { readLeader } from './leader/read-leader.ts'
import type { Principal } from '@otklik/model/access'
import { closedThrough, monthsInData, wholePeriod } from './period.ts'
import { unknownCut } from './problems.ts'
import { type Scope, scopeOf } from './scope.ts'
import { readRespondents } from './respondents/respondents.ts'
import { everyRequest } from './requests/every.ts'
import { countRequests, listRequests } from './requests/list.ts'
import { ALARM_TABLES } from './table-exports/alarms.ts'
import { indicatorTable } from './table-exports/indicators.ts'
import { rankingTable } from './table-exports/ranking.ts'
import { requestTable } from './table-exports/requests.ts'
import { respondentTable } from './table-exports/respondents.ts'
import { serviceTable } from './table-exports/service.ts'
import { whyTable } from './table-exports/why.ts'
import { readTimeline } from './timeline/timeline.ts'
import { explainChange } from './why/why.ts'

export function progressRoutes(app: App, deps: ProgressDeps): void {
  const scope = (who: Principal) => scopeOf(deps, who)
  figureRoutes(app, scope)
  requestRoutes(app, scope)
  alarmRoutes(app, scope)
  caseRoutes(app, scope)
  chartNoteRoutes(app, scope)
  serve(app, contract.readFilters, async ({ who }) => readFilters(await scope(who)))
  serve(app, contract.listStatuses, () =>
    statusRows().map(({ code, name, items }) => ({ code, name, items: { ...items } })),
  )
}

type ScopeOf = (who: Principal) => Promise<Scope>

function figureRoutes(app: App, scope: ScopeOf): void {
  serve(app, contract.readIndicators, async ({ query, who, reply }) => {
    const { format = 'json', by = '', ...asked } = query
    const keys = cutsOf(by, sliceKeys)
    const own = await scope(who)
    const [rows, data] = await Promise.all([indicatorRows(own, asked, keys), monthsInData(own.ch, own.requestReach)])
    if (format !== 'json') {
      const closed = closedThrough(own.today(), own.closesAfterDays)
      const before = keys.includes('month') ? await monthsBefore(own, asked, keys) : []
      const notes = keys.includes('month') ? await chartNotes(own, asked) : []
      return sendTable(reply, indicatorTable(rows, keys, closed, { before, notes }), format)
    }
    return { period: wholePeriod(asked, data, own.today()), rows }
  })
  serve(app, contract.readWhy, async ({ query, who, reply }) => {
    const { format = 'json', by = '', ...asked } = query
    const why = await explainChange(await scope(who), asked, cutsOf(by, WHY_DIMENSIONS))
    return format === 'json' ? why : sendTable(reply, whyTable(why, asked), format)
  })
  serve(app, contract.readOverview, async ({ query, who }) => readOverview(await scope(who), query))
  serve(app, contract.readLeader, async ({ query, who }) => readLeader(await scope(who), query))
  serve(app, contract.rankServices, async ({ query, who, reply }) => {
    const { format = 'json', figure, find = '', ...asked } = query
    const ranking = found(await rankServices(await scope(who), asked, figure), find)
    return format === 'json' ? ranking : sendTable(reply, rankingTable(ranking, figure), format)
  })
  serve(app, contract.readRespondents, async ({ query, who, reply }) => {
    const { format = 'json', ...asked } = query
    const found = await readRespondents(await scope(who), asked)
    return format === 'json' ? found : sendTable(reply, respondentTable(found), format)
  })
  serve(app, contract.readService, async ({ params, query, who, reply }) => {
    const { format = 'json', table = 'statuses', ...asked } = query
    const page = await readService(await scope(who), params.service, asked)
    return format === 'json' ? page : sendTable(reply, serviceTable(page, table), format)
  })
}

function requestRoutes(app: App, scope: ScopeOf): void {
  serve(app, contract.listRequests, async ({ query, who, reply }) => {
    const { format = 'json', limit, offset, counted, score, status, section, find, ...asked } = query
    const range = rangeOf({ limit, offset, format })
    const own = await scope(who)
    const { ch, register, ledger } = own
    const unfinished = await ledger.unfinishedPackages()
    const filter = { ...(await filterOf(own, asked)), counted, score, status, section, find, unfinished }
    const names = await register.services()
    if (format !== 'json') return sendTable(reply, requestTable(everyRequest(ch, names, filter, range)), format)
    const [total, rows] = await Promise.all([countRequests(ch, filter), listRequests(ch, names, filter, range)])
    return { total, rows }
  })
  serve(app, contract.readTimeline, async ({ params, who }) => readTimeline(await scope(who), params.request))
}

function alarmRoutes(app: App, scope: ScopeOf): void {
  serve(app, contract.listAlarms, async ({ query, who, reply }) => {
    const { format = 'json', table = 'alarms', id, ...asked } = query
    const found = await listAlarms(await scope(who), asked)
    const alarms = found.alarms.filter((alarm) => id === undefined || alarm.id === id)
    return format === 'json' ? { ...found, alarms } : sendTable(reply, ALARM_TABLES[table](alarms), format)
  })
  serve(app, contract.printNotice, async ({ params, query, who, reply }) => {
    const own = await scope(who)
    const alarm = await readAlarm(own, params.id)
    const services = await own.register.services()
    return sendPaper(reply, noticePaper(alarm, services.get(alarm.service)), query.format)
  })
  serve(app, contract.readSignals, async ({ query, who }) => listSignals(await scope(who), query))
}

/** The keys of `by`, in any order and number; an unknown one is refused rather than left out. */
function cutsOf<T extends string>(by: string, known: readonly T[]): T[] {
  const words = by.split(',').filter((word) => word !== '')
  const unknown = words.find((word) => !known.some((key) => key === word))
  if (unknown !== undefined) throw problem(unknownCut, unknown, known.join(', '))
  return known.filter((key) => words.includes(key))
}
