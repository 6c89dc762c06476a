import type { Section } from '@otklik/model/statuses'
import { minutes, note, visitAfter, type Walk, work } from './trace.ts'

/** From the decision to the result in the person's hands, by the channel the person chose. */
export function handOver(walk: Walk, own: Section): void {
  const { trace, world } = walk
  const { random } = world
  // A refusal often ends with the notice itself.
  if (trace.outcome === 'refused' && random.chance(0.55)) return
  if (trace.resultChannel === 'МФЦ') return viaCentre(walk, own)
  if (trace.resultChannel === 'ОГВ') return onPaper(walk, own)
  if (random.chance(0.3)) {
    minutes(walk, random.logNormal(4, 0.8))
    note(walk, own, 1016)
  }
  minutes(walk, random.logNormal(25, 1.3))
  note(walk, own, 1015)
}

function onPaper(walk: Walk, own: Section): void {
  const { random, plan } = walk.world
  minutes(walk, random.logNormal(30, 0.9))
  note(walk, own, 1016)
  if (random.chance(0.08)) return
  visitAfter(walk, plan.offices, random.logNormal(2.5, 0.8))
  note(walk, own, 1014)
}

function viaCentre(walk: Walk, own: Section): void {
  const { random, plan } = walk.world
  work(walk, random.logNormal(3, 0.8))
  note(walk, own, 33)
  work(walk, random.logNormal(11, 0.5), plan.centres)
  note(walk, 'МФЦ', 1009)
  minutes(walk, random.logNormal(15, 0.7))
  note(walk, 'МФЦ', 1016)
  if (random.chance(0.09)) return
  visitAfter(walk, plan.centres, random.logNormal(2.5, 0.9))
  if (!ticket(walk)) return
  minutes(walk, random.logNormal(5, 0.5))
  note(walk, 'МФЦ', 39)
}

/** Ticket, call, window. @returns false where the person left before the call. */
export function ticket(walk: Walk): boolean {
  const { random } = walk.world
  note(walk, 'МФЦ', 1003)
  // Mondays and the middle of the day are longer than the branch's usual queue.
  const rush = 1 + 0.5 * Math.exp(-(((walk.now % 86_400) / 3600 - 12) ** 2) / 4)
  const waited = random.logNormal(walk.trace.branch.queue * rush, 0.75)
  walk.trace.queueMinutes = Math.max(walk.trace.queueMinutes, waited)
  minutes(walk, waited)
  note(walk, 'МФЦ', 1004)
  minutes(walk, 0.3 + random.next())
  const came = !random.chance(waited > 30 ? 0.15 : 0.025)
  note(walk, 'МФЦ', came ? 1005 : 1006)
  if (!came) return false
  minutes(walk, 0.2 + 0.5 * random.next())
  note(walk, 'МФЦ', 1007)
  return true
}
