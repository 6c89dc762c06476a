import * as contract from '@otklik/model/api'
import { statusRows } from '@otklik/model/statuses'
import { type App, needs, problem, sendTable, serve } from '../platform/http/index.ts'
import { acknowledgeAlarm } from './alarms/acknowledge.ts'
import { listAlarms } from './alarms/list.ts'
import { filterOf, indicatorRows, type SliceName, sliceKeys } from './indicators/rows.ts'
import { readFilters } from './overview/filters.ts'
import { readOverview } from './overview/overview.ts'
import { rankServices } from './overview/ranking.ts'
import { readService } from './overview/service-page.ts'
import type { ProgressParts } from './parts.ts'
import { monthsInData, wholePeriod } from './period.ts'
import { unknownCut } from './problems.ts'
import { readOnce } from './register-view.ts'
import { countRequests, everyRequest, listRequests } from './requests/list.ts'
import { alarmTable } from './tables/alarms.ts'
import { indicatorTable } from './tables/indicators.ts'
import { rankingTable } from './tables/ranking.ts'
import { requestTable } from './tables/requests.ts'
import { readTimeline } from './timeline/timeline.ts'

const read = needs('progress.read')

export function progressRoutes(app: App, parts: ProgressParts): void {
  const once = (): ProgressParts => ({ ...parts, register: readOnce(parts.register) })
  figureRoutes(app, once)
  requestRoutes(app, once)
  alarmRoutes(app, once)
  serve(app, contract.readFilters, read, () => readFilters(once()))
  serve(app, contract.listStatuses, read, () =>
    statusRows().map(({ code, name, items }) => ({ code, name, items: { ...items } })),
  )
}

type Parts = () => ProgressParts

function figureRoutes(app: App, parts: Parts): void {
  serve(app, contract.readIndicators, read, async ({ query, reply }) => {
    const { format = 'json', by = '', ...asked } = query
    const keys = cutsOf(by)
    const own = parts()
    const [rows, data] = await Promise.all([indicatorRows(own, asked, keys), monthsInData(own.ch)])
    if (format !== 'json') return sendTable(reply, indicatorTable(rows, keys), format)
    return { period: wholePeriod(asked, data, own.today()), rows }
  })
  serve(app, contract.readOverview, read, ({ query }) => readOverview(parts(), query))
  serve(app, contract.rankServices, read, async ({ query, reply }) => {
    const { format = 'json', figure, ...asked } = query
    const ranking = await rankServices(parts(), asked, figure)
    return format === 'json' ? ranking : sendTable(reply, rankingTable(ranking.rows, figure), format)
  })
  serve(app, contract.readService, read, ({ params, query }) => readService(parts(), params.service, query))
}

function requestRoutes(app: App, parts: Parts): void {
  serve(app, contract.listRequests, read, async ({ query, reply }) => {
    const { format = 'json', limit = 100, offset = 0, counted, status, section, find, ...asked } = query
    const { ch, register, ledger } = parts()
    const unfinished = await ledger.unfinishedPackages()
    const filter = { ...(await filterOf(register, asked)), counted, status, section, find, unfinished }
    const names = await register.services()
    if (format !== 'json') return sendTable(reply, requestTable(everyRequest(ch, names, filter)), format)
    const [total, rows] = await Promise.all([
      countRequests(ch, filter),
      listRequests(ch, names, filter, { limit, offset }),
    ])
    return { total, rows }
  })
  serve(app, contract.readTimeline, read, ({ params }) => readTimeline(parts(), params.request))
}

function alarmRoutes(app: App, parts: Parts): void {
  serve(app, contract.listAlarms, read, async ({ query, reply }) => {
    const { format = 'json', ...asked } = query
    const found = await listAlarms(parts(), asked)
    return format === 'json' ? found : sendTable(reply, alarmTable(found.alarms), format)
  })
  serve(app, contract.acknowledgeAlarm, needs('alarms.acknowledge'), ({ params, body, who, from }) =>
    acknowledgeAlarm(parts(), { id: params.id, reason: body.reason }, who, from),
  )
}

/** The keys of `by`, in any order and number; an unknown one is refused rather than left out. */
function cutsOf(by: string): SliceName[] {
  const words = by.split(',').filter((word) => word !== '')
  const unknown = words.find((word) => !sliceKeys.some((key) => key === word))
  if (unknown !== undefined) throw problem(unknownCut, unknown, sliceKeys.join(', '))
  return sliceKeys.filter((key) => words.includes(key))
}
