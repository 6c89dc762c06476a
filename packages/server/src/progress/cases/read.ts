import { byUrgency, casesOf, type CaseUrgency, type CriticalCase } from '@otklik/model/critical'
import type { Alarm, AlarmCase, AlarmGrade, Figure } from '@otklik/model/progress/api'
import type { Selectable } from 'kysely'
import { problem, problems } from '../../platform/problems/index.ts'
import { judgedMonths } from '../alarms/expected.ts'
import { type AskedServices, alarmsAsked } from '../alarms/list.ts'
import { alarmOf } from '../alarms/alarm-of.ts'
import { reachesWholeService } from '../reach.ts'
import type { Scope } from '../scope.ts'
import type { CaseTables } from './tables.ts'

type Work = Selectable<CaseTables['alarm_work']>
type Note = Selectable<CaseTables['alarm_notes']>
type Series = Pick<Alarm, 'figure' | 'service'>

/** The cases of the services asked for, the most urgent first, with the last month that was judged. */
export async function readCases(
  deps: Scope,
  asked: AskedServices,
): Promise<{ judgedThrough: string | null; cases: AlarmCase[] }> {
  const of = await alarmsAsked(deps, asked)
  const [rows, work, notes, services, judged] = await Promise.all([
    of.selectAll().execute(),
    deps.db.selectFrom('alarm_work').selectAll().execute(),
    deps.db.selectFrom('alarm_notes').selectAll().orderBy('id').execute(),
    deps.register.services(),
    judgedMonths(deps),
  ])
  const judgedThrough = judged.at(-1) ?? null
  const alarms = rows.map((row) => alarmOf(row, services.get(row.service)?.name))
  const cases = [...Map.groupBy(alarms, seriesOf).values()]
    .flatMap((series) => casesOf(series, judgedThrough ?? ''))
    .map((one) => caseFrom(one, work, notes))
  return { judgedThrough, cases: cases.toSorted((a, b) => byUrgency(urgencyOf(a), urgencyOf(b))) }
}

/** The case that a critical value belongs to; 404 where it is out of reach. */
export async function readCase(deps: Scope, id: number): Promise<AlarmCase> {
  const row = await deps.db.selectFrom('alarms').select('service').where('id', '=', id).executeTakeFirst()
  if (!row || !reachesWholeService(deps.requestReach, row.service)) throw problem(problems.notFound)
  const { cases } = await readCases(deps, { service: row.service })
  const found = cases.find(({ alarms }) => alarms.some((alarm) => alarm.id === id))
  if (!found) throw problem(problems.notFound)
  return found
}

export const seriesOf = ({ figure, service }: Series): string => `${figure} ${service}`
export const isOpen = ({ status }: AlarmCase): boolean => status !== 'acknowledged'

/** How many cases nobody has acknowledged: of the last judged month, and ended ones. */
export async function countOpenCases(deps: Scope, asked: AskedServices): Promise<{ current: number; ended: number }> {
  const open = (await readCases(deps, asked)).cases.filter(isOpen)
  const current = open.filter(({ endedIn }) => endedIn === null).length
  return { current, ended: open.length - current }
}

/** The grade of the latest open case of each service. */
export async function openGrades(deps: Scope, figure: Figure): Promise<ReadonlyMap<string, AlarmGrade>> {
  const { cases } = await readCases(deps, {})
  const open = cases.filter((one) => one.figure === figure && isOpen(one))
  // The most urgent is written last, so that it stays.
  return new Map(open.toReversed().map((one) => [one.service, one.grade]))
}

function caseFrom(one: CriticalCase<Alarm>, allWork: readonly Work[], allNotes: readonly Note[]): AlarmCase {
  const [first] = one.found
  const { figure, service, serviceName } = first
  const months = new Set(one.found.map(({ month }) => month))
  const isOfCase = (row: Series & { month: string }) =>
    row.figure === figure && row.service === service && months.has(row.month)
  const work = latest(allWork.filter(isOfCase))
  const acknowledged = one.found.findLast((alarm) => alarm.acknowledged !== null)
  return {
    id: first.id,
    figure,
    service,
    serviceName,
    first: first.month,
    last: one.last.month,
    endedIn: one.endedIn,
    grade: one.last.grade,
    sentence: one.last.sentence,
    remains: one.last.remains,
    course: [...one.course],
    status: one.last.acknowledged ? 'acknowledged' : work?.person_id ? 'in_work' : 'new',
    person: work?.person_id ? { id: work.person_id, name: work.person ?? '' } : null,
    due: work?.due ?? null,
    acknowledged: acknowledged?.acknowledged ? { ...acknowledged.acknowledged, through: acknowledged.month } : null,
    notes: allNotes.filter(isOfCase).map(({ by_name, at, text }) => ({ by: by_name, at: at.toISOString(), text })),
    alarms: [...one.found],
  }
}

/** Late rows may make one case of two that people already worked on: what was said last holds. */
const latest = (work: readonly Work[]): Work | undefined =>
  work.toSorted((a, b) => a.changed_at.getTime() - b.changed_at.getTime()).at(-1)

function urgencyOf(one: AlarmCase): CaseUrgency {
  const { last: month, remains, grade } = one
  const values = one.alarms.at(-1)?.values ?? []
  const [from, to] = [values[0], values.at(-1)]
  const excess = one.figure === 'csi' || !from || !to ? 0 : ((to.value - from.value) * to.denominator) / 100
  return { goesOn: one.endedIn === null, month, remains, grade, excess }
}
