import { isCentreDay, isOfficeDay, isoDay, weekday } from '../calendar.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { CHANNELS, type Channel, MIXES, SEASONS, type ServiceProfile } from '../services/index.ts'

export interface Cell {
  service: ServiceProfile
  channel: Channel
}

export interface Volumes {
  cells: readonly Cell[]
  /** Requests begun on a day, one number per cell. */
  on(day: number): Uint16Array
}

const ONLINE_WEEK = [1.15, 1.12, 1.08, 1.05, 0.98, 0.62, 0.56]
const OFFICE_WEEK = [1.1, 1.15, 0.95, 1.1, 0.7, 0, 0]
const CENTRE_WEEK = [1.1, 1.1, 1.05, 1, 0.95, 0.5, 0]
/** Of all requests: a service too rare for any statistics. */
const RARE_SHARE = 1 / 8000

/** Draws how many requests begin on each day by service and channel: their sum is `plan.requests` exactly. */
export function drawVolumes(plan: Plan, services: readonly ServiceProfile[], random: Random): Volumes {
  const cells = services.flatMap((service) => CHANNELS.map((channel) => ({ service, channel })))
  const days = plan.lastDay - plan.firstDay + 1
  const weights = new Float64Array(days * cells.length)
  for (let day = 0; day < days; day++) {
    const mood = random.logNormal(1, 0.06)
    for (const [index, cell] of cells.entries())
      weights[day * cells.length + index] = mood * weightOf(plan, cell, plan.firstDay + day, services)
  }
  const counts = drawCounts(weights, plan.requests, random)
  return {
    cells,
    on: (day) => counts.subarray((day - plan.firstDay) * cells.length, (day - plan.firstDay + 1) * cells.length),
  }
}

function weightOf(plan: Plan, { service, channel }: Cell, day: number, services: readonly ServiceProfile[]): number {
  const mix = MIXES[service.mix]
  const share = (mix[CHANNELS.indexOf(channel)] ?? 0) / mix.reduce((sum: number, part) => sum + part, 0)
  const total = services.reduce((sum, other) => sum + other.weight, 0)
  const weight = service.story === 'rare' ? total * RARE_SHARE : service.weight
  // People move to the portals slowly: a tenth more within a year.
  const drift = channel === 'ЕПГУ' || channel === 'РПГУ' ? 1 + (0.1 * (day - plan.firstDay)) / 365 : 1
  return weight * share * seasonOf(service, day) * weekOf(channel, day) * drift
}

function seasonOf(service: ServiceProfile, day: number): number {
  const season: readonly number[] = SEASONS[service.season]
  const date = isoDay(day)
  const weight = season[Number(date.slice(5, 7)) - 1] ?? 0
  // Enrolment opens on the first of April: half the month's parents come in its first days.
  const opening = service.season === 'school' && date.slice(5, 7) === '04' ? (Number(date.slice(8)) <= 4 ? 4 : 0.55) : 1
  return (12 * weight * opening) / season.reduce((sum, part) => sum + part, 0)
}

function weekOf(channel: Channel, day: number): number {
  if (channel === 'ОГВ') return isOfficeDay(day) ? (OFFICE_WEEK[weekday(day)] ?? 0) : 0
  if (channel === 'МФЦ') return isCentreDay(day) ? (CENTRE_WEEK[weekday(day)] ?? 0) : 0
  const quiet = channel === 'ВИС' && !isOfficeDay(day) ? 0.3 : 1
  return quiet * (ONLINE_WEEK[weekday(day)] ?? 0)
}

function drawCounts(weights: Float64Array, requests: number, random: Random): Uint16Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const counts = new Uint16Array(weights.length)
  let missing = requests
  for (const [index, weight] of weights.entries()) {
    counts[index] = random.poisson((requests * weight) / total)
    missing -= counts[index] ?? 0
  }
  // The draws miss the round number by a few hundred: put right at random places.
  while (missing !== 0) {
    const index = random.below(counts.length)
    const value = counts[index] ?? 0
    if (missing > 0 ? (weights[index] ?? 0) / total < 0.2 / weights.length : value === 0) continue
    counts[index] = value + Math.sign(missing)
    missing -= Math.sign(missing)
  }
  return counts
}
