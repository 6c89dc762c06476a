import type { Section } from '@otklik/model/statuses'
import type { Applicant } from './applicants.ts'
import { DAY, dayOf, type WorkClock } from '../calendar.ts'
import type { Office } from '../places.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import type { Channel, ServiceProfile } from '../services/index.ts'
import type { Stories } from './stories.ts'

export interface TraceEvent {
  section: Section
  status: number
  /** Seconds of local time. */
  at: number
}

/** One request's whole life, made at once when it begins. */
export interface Trace {
  id: string
  service: ServiceProfile
  variant: string
  topic: string
  channel: Channel
  resultChannel: Channel
  asked: readonly string[]
  office: Office
  /** The branch that the person goes to: the office itself where it is one. */
  branch: Office
  applicant: Applicant
  events: TraceEvent[]
  /** When the request left the person's hands; null for what never did. */
  submittedAt: number | null
  outcome: 'none' | 'granted' | 'refused' | 'refused-intake' | 'cancelled'
  overdue: boolean
  queueMinutes: number
}

/** What all routes draw from. */
export interface World {
  plan: Plan
  random: Random
  stories: Stories
}

/** Walks a request through time: every step appends an event or moves the clock. */
export interface Walk {
  readonly world: World
  readonly trace: Trace
  now: number
}

export function note(walk: Walk, section: Section, status: number): void {
  walk.trace.events.push({ section, status, at: walk.now })
}

export const minutes = (walk: Walk, count: number) => {
  walk.now += Math.max(1, Math.round(count * 60))
}

/** Moves on by working hours of the offices (or the given clock); always by a second at least. */
export function work(walk: Walk, hours: number, clock: WorkClock = walk.world.plan.offices): void {
  walk.now = Math.max(walk.now + 1, clock.later(walk.now, hours))
}

/** To the next day on which the clock is open, at a believable hour of a visit. */
export function visitAfter(walk: Walk, clock: WorkClock, days: number): void {
  const day = clock.openDay(dayOf(walk.now), Math.max(1, Math.round(days)))
  walk.now = day * DAY + visitSecond(walk.world.random)
}

/** Second of the day of a visit in person: 9:00 to 17:00, thinner at lunch. */
export function visitSecond(random: Random): number {
  const hour = 9 + random.weighted([10, 14, 14, 11, 7, 10, 11, 9])
  return hour * 3600 + random.below(3600)
}

const ONLINE_HOURS = [4, 2, 1, 1, 1, 2, 5, 12, 24, 34, 40, 38, 34, 34, 34, 32, 30, 28, 30, 34, 38, 36, 24, 11]

export const onlineSecond = (random: Random) => random.weighted(ONLINE_HOURS) * 3600 + random.below(3600)
