import type { Section } from '@otklik/model/statuses'
import { DAY, dayOf } from '../calendar.ts'
import { handOver, ticket } from './hand-over.ts'
import { decideOnline, review } from './review.ts'
import { minutes, note, visitAfter, visitSecond, type Walk, work } from './trace.ts'

/** Lets the request live through its route: the section's order of appendix 3, with the turns that happen. */
export function live(walk: Walk): void {
  const { channel } = walk.trace
  if (channel === 'ОГВ') inPerson(walk)
  else if (channel === 'МФЦ') throughCentre(walk)
  else if (channel === 'ВИС') throughSystem(walk)
  else throughPortal(walk)
  walk.trace.events.sort((left, right) => left.at - right.at)
}

function throughPortal(walk: Walk): void {
  const { trace, world } = walk
  const { random } = world
  note(walk, 'ЕПГУ', 0)
  if (random.chance(0.07)) return
  minutes(walk, random.chance(0.82) ? random.logNormal(16, 0.8) : random.logNormal(1200, 0.7))
  if (trace.service.pair && !secondSignature(walk)) return
  if (!send(walk, 'ЕПГУ', [5, 22, 24, 30])) return
  minutes(walk, random.logNormal(2, 0.9))
  note(walk, 'ЕПГУ', 2)
  if (random.chance(trace.service.automatic)) {
    minutes(walk, 0.1 + 2 * random.next())
    note(walk, 'ЕПГУ', 1)
    minutes(walk, 0.1 + 3 * random.next())
    decideOnline(walk, 'ЕПГУ')
    return handOver(walk, 'ЕПГУ')
  }
  if (refusedAtIntake(walk, 'ЕПГУ', 1023)) return
  if (review(walk, { own: 'ЕПГУ', asks: 'ВИС' })) handOver(walk, 'ЕПГУ')
}

function secondSignature(walk: Walk): boolean {
  const { random } = walk.world
  note(walk, 'ЕПГУ', 81)
  minutes(walk, random.logNormal(180, 1.2))
  const turn = random.weighted([94, 4, 2])
  note(walk, 'ЕПГУ', [32, 82, 83][turn] ?? 32)
  minutes(walk, 1 + 3 * random.next())
  return turn === 0
}

/** Sending, with errors and new attempts. @returns false where the person gave up after an error. */
function send(walk: Walk, section: Section, errors: readonly number[]): boolean {
  const { trace, world } = walk
  const { random } = world
  note(walk, section, 17)
  trace.submittedAt ??= walk.now
  let failed = world.stories.fails(trace.service, walk.now)
  while (failed) {
    minutes(walk, 0.1 + random.logNormal(0.6, 0.8))
    note(walk, section, random.pick(errors))
    if (random.chance(0.25)) return false
    minutes(walk, random.logNormal(70, 1.2))
    note(walk, section, 17)
    failed = random.chance(0.12)
  }
  return true
}

function throughSystem(walk: Walk): void {
  const { trace, world } = walk
  const { random } = world
  if (random.chance(0.12) && !bookedVisit(walk)) return
  note(walk, 'ВИС', 0)
  minutes(walk, random.logNormal(12, 0.7))
  if (!send(walk, 'ВИС', [5])) return
  minutes(walk, random.logNormal(1, 0.6))
  note(walk, 'ВИС', 2)
  if (random.chance(trace.service.automatic)) {
    minutes(walk, 0.1 + random.next())
    note(walk, 'ВИС', 1)
    minutes(walk, 0.1 + 2 * random.next())
    decideOnline(walk, 'ВИС')
    return handOver(walk, 'ВИС')
  }
  if (refusedAtIntake(walk, 'ВИС', 1023)) return
  if (review(walk, { own: 'ВИС', asks: 'ВИС' })) handOver(walk, 'ВИС')
}

function bookedVisit(walk: Walk): boolean {
  const { random, plan } = walk.world
  if (random.chance(0.03)) {
    note(walk, 'ВИС', 1022)
    minutes(walk, random.logNormal(10, 0.6))
  }
  note(walk, 'ВИС', 1001)
  minutes(walk, 0.5)
  note(walk, 'ВИС', 25)
  visitAfter(walk, plan.offices, random.logNormal(2, 0.6))
  note(walk, 'ВИС', 1002)
  minutes(walk, random.chance(0.07) ? 20 : 3 * random.next())
  const came = random.chance(0.93)
  note(walk, 'ВИС', came ? 1005 : 1006)
  minutes(walk, 4 * random.next())
  return came
}

function refusedAtIntake(walk: Walk, section: Section, status: number): boolean {
  const { random } = walk.world
  if (!random.chance(0.03)) return false
  work(walk, random.logNormal(3, 0.8))
  note(walk, section, status)
  walk.trace.outcome = 'refused-intake'
  return true
}

function inPerson(walk: Walk): void {
  const { trace, world } = walk
  const { random, plan } = world
  walk.now = dayOf(walk.now) * DAY + visitSecond(random)
  if (random.chance(0.35)) {
    note(walk, 'ОГВ', 1001)
    visitAfter(walk, plan.offices, random.logNormal(3, 0.6))
    note(walk, 'ОГВ', 1002)
    minutes(walk, 6 * random.next())
    const came = !random.chance(0.06)
    note(walk, 'ОГВ', came ? 1017 : 1018)
    if (!came) return
  }
  minutes(walk, random.logNormal(12, 0.5))
  trace.submittedAt = walk.now
  if (random.chance(0.035)) {
    note(walk, 'ОГВ', 1019)
    trace.outcome = 'refused-intake'
    return
  }
  note(walk, 'ОГВ', 2)
  if (review(walk, { own: 'ОГВ', asks: 'ОГВ' })) handOver(walk, 'ОГВ')
}

function throughCentre(walk: Walk): void {
  const { trace, world } = walk
  const { random, plan } = world
  walk.now = dayOf(walk.now) * DAY + visitSecond(random)
  if (random.chance(0.3)) {
    note(walk, 'МФЦ', 1001)
    minutes(walk, 0.5 + random.next())
    note(walk, 'МФЦ', 26)
    visitAfter(walk, plan.centres, random.logNormal(2, 0.7))
    note(walk, 'МФЦ', 1002)
    if (random.chance(0.08)) return
    minutes(walk, 4 * random.next())
  }
  if (!ticket(walk)) return
  if (trace.topic !== '') {
    minutes(walk, random.logNormal(8, 0.6))
    return note(walk, 'МФЦ', 1008)
  }
  minutes(walk, random.logNormal(14, 0.4))
  note(walk, 'МФЦ', 1013)
  trace.submittedAt = walk.now
  if (trace.resultChannel === 'МФЦ' && trace.service.kind === 'сервис' && random.chance(0.2)) return decidedHere(walk)
  minutes(walk, random.logNormal(50, 1))
  note(walk, 'МФЦ', 17)
  if (review(walk, { own: 'ОГВ', asks: 'ОГВ' })) handOver(walk, 'ОГВ')
}

/** A service that the centre itself completes: it asks and issues in its own section. */
function decidedHere(walk: Walk): void {
  const { random, plan } = walk.world
  minutes(walk, 2)
  for (const _ of walk.trace.asked) {
    note(walk, 'МФЦ', 1010)
    work(walk, random.logNormal(6, 0.8), plan.centres)
    note(walk, 'МФЦ', 1011)
  }
  minutes(walk, random.logNormal(20, 0.6))
  note(walk, 'МФЦ', 1016)
  visitAfter(walk, plan.centres, random.logNormal(2, 0.7))
  note(walk, 'МФЦ', random.chance(0.7) ? 1014 : 1015)
}
