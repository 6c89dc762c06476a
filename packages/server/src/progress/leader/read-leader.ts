import { addDays } from '@otklik/model/days'
import { standingDeadlines } from '@otklik/model/deadlines'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { leaderSentences } from '@otklik/model/leader'
import type { AlarmCase, IndicatorRow, Leader } from '@otklik/model/progress/api'
import { authorityContacts } from '../../access/index.ts'
import { calendarOf } from '../../calendar/index.ts'
import { isOpen, readCases } from '../cases/read.ts'
import type { Asked } from '../indicators/rows.ts'
import { readOverview } from '../overview/overview.ts'
import { rankServices } from '../overview/ranking.ts'
import type { Scope } from '../scope.ts'

/** How many services and cases a page of five minutes holds. */
const FEW = 5
/** How far ahead deadlines are told, in days. */
const AHEAD = 30

/** One page for whoever has five minutes: put together out of what the other screens show. */
export async function readLeader(deps: Scope, asked: Asked): Promise<Leader> {
  const [overview, ranking, { cases }, services, coming] = await Promise.all([
    readOverview(deps, asked),
    rankServices(deps, asked, 'refusals'),
    readCases(deps, asked),
    deps.register.services(),
    comingDeadlines(deps),
  ])
  const { period, previous, closedThrough, total, previousTotal, packages } = overview
  const open = cases.filter(isOpen)
  const going = open.filter(({ endedIn }) => endedIn === null)
  const worst = ranking.rows.filter(({ little, value }) => !little && value !== null).slice(0, FEW)
  const changed = going.slice(0, FEW)
  const authorities = [...worst, ...changed].map(({ service }) => services.get(service)?.authority ?? '')
  return {
    period,
    previous,
    closedThrough,
    sentences: leaderSentences({
      period,
      previous,
      closedThrough,
      refusals: { now: refused(total), before: refused(previousTotal) },
      cases: going,
      packages: { ...packages, days: CALENDAR_DAYS },
    }),
    worst,
    changed: changed.map(({ id, service, serviceName, sentence, remains }) => ({
      id,
      service,
      serviceName,
      sentence,
      remains,
    })),
    late: {
      packages: { missing: packages.missing, late: packages.late },
      cases: lateCases(open, deps.today()),
      coming,
    },
    contacts: await authorityContacts(
      deps.db,
      [...new Set(authorities)].filter((name) => name !== ''),
    ),
  }
}

const refused = ({ refusalShare: { numerator, denominator } }: IndicatorRow) => ({ x: numerator, n: denominator })

const lateCases = (open: readonly AlarmCase[], today: string): Leader['late']['cases'] =>
  open.flatMap(({ id, service, serviceName, due, person }) =>
    due !== null && due < today ? [{ id, service, serviceName, due, person: person?.name ?? null }] : [],
  )

/** Standing deadlines of the next days; those of a year without a calendar are left out until it has one. */
async function comingDeadlines({ db, today }: Scope): Promise<Leader['late']['coming']> {
  const first = today()
  const last = addDays(first, AHEAD)
  const calendar = await calendarOf(db)
  const years = [...new Set([first, last].map((day) => Number(day.slice(0, 4))))].filter((year) =>
    calendar.years.has(year),
  )
  return years
    .flatMap((year) => standingDeadlines(year, calendar))
    .filter(({ due }) => first <= due && due <= last)
    .map(({ due, what, who, source }) => ({ due, what, who, source }))
}
