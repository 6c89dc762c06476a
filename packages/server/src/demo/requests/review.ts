import type { Section } from '@otklik/model/statuses'
import { note, type Walk, work } from './trace.ts'

/** Sections in which the authority reports: its own steps, and its questions to other bodies. */
export interface Reporting {
  own: Section
  asks: Section
}

const HOURS_A_DAY = 9

/** Registration to decision in the authority's working hours. @returns false where no decision came. */
export function review(walk: Walk, reporting: Reporting): boolean {
  const { world, trace } = walk
  work(walk, world.random.logNormal(1.8, 1.1))
  note(walk, reporting.own, 1)
  work(walk, world.random.logNormal(0.8, 0.9))
  note(walk, reporting.own, 6)

  const clock = world.plan.offices
  const begin = clock.toWork(walk.now)
  const span = drawSpan(walk)
  askOthers(walk, reporting.asks, begin, span)
  const at = (work: number, status: number, section: Section = reporting.own) =>
    trace.events.push({ section, status, at: clock.toLocal(work) })
  const pause = drawPause(walk, reporting.own, begin, span, at)
  if (pause === null) return false
  sideSteps(walk, reporting.own, begin, span, at)
  walk.now = Math.max(walk.now + 1, clock.toLocal(begin + span + pause))
  return decide(walk, reporting.own)
}

/** Working seconds of the review by itself: about three fifths of the norm, one in ten longer than it. */
function drawSpan({ world, trace }: Walk): number {
  const { termDays, termUnit } = trace.service
  const norm = (termUnit === 'рабочие' ? termDays : (termDays * 5) / 7) * HOURS_A_DAY * 3600
  const ratio = world.random.logNormal(0.6 * trace.office.pace, 0.38)
  trace.overdue = ratio > 1
  return norm * ratio
}

function askOthers({ world, trace }: Walk, section: Section, begin: number, span: number): void {
  const { random, plan } = world
  const put = (work: number, status: number) => trace.events.push({ section, status, at: plan.offices.toLocal(work) })
  for (const _ of trace.asked) {
    let asked = begin + span * (0.01 + 0.08 * random.next())
    if (random.chance(0.02)) {
      put(asked, 1010)
      put(asked + 30 + random.below(600), 1012)
      asked += 1800 + random.below(7200)
    }
    put(asked, 1010)
    const reply = asked + random.logNormal(14, 0.9) * 3600
    if (reply < begin + span * 0.5) put(reply, 1011)
    else if (random.chance(0.9)) put(begin + span * (0.5 + 0.08 * random.next()), 1011)
  }
}

type Put = (work: number, status: number) => void

/** The person is asked for what is missing. @returns working seconds lost; null: nothing came, the case still lies. */
function drawPause({ world, trace }: Walk, own: Section, begin: number, span: number, put: Put): number | null {
  const { random } = world
  let lost = 0
  let chance = trace.service.pauses
  for (const part of [0.65, 0.8]) {
    if (!random.chance(chance)) break
    put(begin + span * part + lost, own === 'ЕПГУ' && random.chance(0.4) ? 15 : 14)
    if (random.chance(0.04)) return null
    lost += Math.min(random.logNormal(30, 0.8), 200) * 3600
    put(begin + span * part + lost, 1020)
    chance = 0.15
  }
  return lost
}

function sideSteps({ world }: Walk, own: Section, begin: number, span: number, put: Put): void {
  const { random } = world
  if (own !== 'ОГВ' && random.chance(0.04)) put(begin + span * 0.6, 7)
  if (random.chance(0.025)) put(begin + span * 0.62, 1021)
  if (own === 'ЕПГУ' && random.chance(0.003)) put(begin + span * 0.3, 11)
}

function decide(walk: Walk, own: Section): boolean {
  const { world, trace } = walk
  if (own !== 'ВИС' && world.random.chance(0.015)) {
    note(walk, own, 10)
    trace.outcome = 'cancelled'
    return false
  }
  const refused = world.stories.refuses(trace.service, walk.now)
  note(walk, own, refused ? 4 : 3)
  trace.outcome = refused ? 'refused' : 'granted'
  return true
}

/** The machine decides at once. */
export function decideOnline(walk: Walk, own: Section): void {
  const refused = walk.world.stories.refuses(walk.trace.service, walk.now)
  note(walk, own, refused ? 41 : 40)
  walk.trace.outcome = refused ? 'refused' : 'granted'
}
