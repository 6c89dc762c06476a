import * as contract from '@otklik/model/deadlines/api'
import { type App, serve } from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import { CALENDAR_PATH, chooseMail, type ChoiceDeps, makeCalendarLink, revokeCalendarLink } from './choices.ts'
import { calendarFile, type CalendarDeps } from './calendar-file.ts'
import { listDeadlines } from './list.ts'

export function deadlineRoutes(app: App, deps: ChoiceDeps & CalendarDeps): void {
  serve(app, contract.listDeadlines, ({ query, who, at }) => listDeadlines(deps, query.until, { who, at }))
  serve(app, contract.makeCalendarLink, (call) => makeCalendarLink(deps, call))
  serve(app, contract.revokeCalendarLink, (call) => revokeCalendarLink(deps, call))
  serve(app, contract.chooseDeadlineMail, (call) => chooseMail(deps, call.body.wanted, call))
  // Programs of people ask for it: nobody signs in, the secret of the address is what opens it.
  app.get<{ Params: { secret: string } }>(`${CALENDAR_PATH}/:secret.ics`, async ({ params }, reply) => {
    const file = await app.pulse.during(() => calendarFile(deps, params.secret, app.clock()))
    if (file === undefined) throw problem(problems.notFound)
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'no-store').send(file)
  })
}
