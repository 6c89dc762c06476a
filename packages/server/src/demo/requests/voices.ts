import { onlineSecond, type Trace, type World } from './trace.ts'
import { DAY, dayOf } from '../calendar.ts'
import type { Random } from '../random.ts'
import { writeReview } from './reviews.ts'

export type SideKind = 'payments' | 'ratings' | 'complaints'

/** A row beside the events; its moments are numbers until the row is written. */
export interface SideRow {
  kind: SideKind
  at: number
  /** In the order of the format's columns. */
  cells: readonly (string | number | null)[]
}

const ONLINE_CRITERIA = [
  'Доступность подачи заявления',
  'Понятность формы',
  'Информирование о ходе',
  'Срок',
  'Результат',
]
const OFFICE_CRITERIA = [
  'Время ожидания в очереди',
  'Вежливость и компетентность сотрудника',
  'Комфортность помещения',
  'Срок',
  'Доступность информации',
]

/** Ratings, payments and complaints that come of a request's life. */
export function voicesOf(world: World, trace: Trace): SideRow[] {
  return [...paymentsOf(world, trace), ...ratingsOf(world, trace), ...complaintsOf(world, trace)]
}

function ratingsOf({ random, stories }: World, trace: Trace): SideRow[] {
  const last = trace.events.at(-1)
  const settled = trace.outcome === 'granted' || trace.outcome === 'refused' || trace.topic !== ''
  if (last === undefined || !settled || !random.chance(trace.outcome === 'refused' ? 0.15 : 0.12)) return []
  const at = (dayOf(last.at) + Math.floor(Math.min(random.logNormal(0.8, 1), 20)) + 1) * DAY + onlineSecond(random)
  const online = trace.channel !== 'МФЦ' && trace.channel !== 'ОГВ'
  const queued = !online && trace.queueMinutes > 25
  const failed = trace.events.some(
    (event) => event.status === 5 || event.status === 22 || event.status === 24 || event.status === 30,
  )
  const refused = trace.outcome === 'refused'
  const troubles = (refused ? 1.5 : 0) + (trace.overdue ? 0.7 : 0) + (queued ? 0.6 : 0) + (failed ? 0.7 : 0)
  // The staged fall speaks for itself: what happened to the person is already in it.
  const mean = stories.mood(trace.service, at) - (trace.service.story === 'mood' ? 0 : troubles)
  const score = grade(mean + 0.85 * random.normal())
  const criteria = random.chance(0.8) ? criteriaOf(random, online ? ONLINE_CRITERIA : OFFICE_CRITERIA, score) : ''
  const written = random.chance(score < 4 ? 0.6 : 0.32)
  const review = written ? writeReview(random, { score, online, refused, overdue: trace.overdue, queued, failed }) : ''
  return [{ kind: 'ratings', at, cells: [trace.id, at, String(score), criteria, review] }]
}

const grade = (value: number) => Math.min(5, Math.max(1, Math.round(value)))

function criteriaOf(random: Random, names: readonly string[], score: number): string {
  const asked = names.filter(() => random.chance(0.93))
  return asked.map((name) => `${name}=${grade(score + 0.55 * random.normal())}`).join('|')
}

function paymentsOf({ random }: World, trace: Trace): SideRow[] {
  if (trace.service.fee === 0 || trace.submittedAt === null) return []
  const assigned = trace.submittedAt + 30 + random.below(240)
  const facts: [field: number, at: number][] = [[2, assigned]]
  if (random.chance(0.02)) facts.push([5, assigned + 20 + random.below(120)])
  if (random.chance(0.96)) {
    const paid = assigned + 200 + Math.round(random.logNormal(1500, 1.4))
    const confirmed = paid + 60 + Math.round(random.logNormal(900, 1.3))
    facts.push([3, paid], [4, confirmed])
    if (trace.outcome === 'cancelled' || random.chance(0.008))
      facts.push([6, confirmed + 5 * DAY + random.below(10 * DAY)])
  }
  // A made-up number: real ones never begin with nine zeros.
  const uin = `000000000${String(1 + random.below(99_999_999_998)).padStart(11, '0')}`
  return snapshots('payments', [trace.id, uin, null, null, null, null, null], facts)
}

function complaintsOf({ random }: World, trace: Trace): SideRow[] {
  const last = trace.events.at(-1)
  const chance =
    trace.outcome === 'refused' || trace.outcome === 'refused-intake' ? 0.022 : trace.overdue ? 0.008 : 0.0007
  if (last === undefined || trace.submittedAt === null || !random.chance(chance)) return []
  const accepted = (dayOf(last.at) + 1 + random.below(12)) * DAY + 9 * 3600 + random.below(8 * 3600)
  const facts: [field: number, at: number][] = [[1, accepted]]
  if (random.chance(0.9)) facts.push([2, accepted + DAY + random.below(3 * DAY)])
  if (random.chance(0.9))
    facts.push([random.chance(trace.overdue ? 0.6 : 0.3) ? 3 : 4, accepted + 5 * DAY + random.below(12 * DAY)])
  return snapshots('complaints', [trace.id, null, null, null, null], facts)
}

/** A row that grows: sent on every day that adds something to it, each time with all that is known. */
function snapshots(kind: SideKind, empty: SideRow['cells'], facts: readonly [field: number, at: number][]): SideRow[] {
  const cells = [...empty]
  const days = Map.groupBy(
    facts.toSorted((left, right) => left[1] - right[1]),
    ([, at]) => dayOf(at),
  )
  return [...days.values()].map((known) => {
    for (const [field, at] of known) cells[field] = at
    return { kind, at: known.at(-1)?.[1] ?? 0, cells: [...cells] }
  })
}
