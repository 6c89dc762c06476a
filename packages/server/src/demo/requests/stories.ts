import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import type { ServiceProfile } from '../services/index.ts'

// Values of the last full months, oldest first; the running month keeps the last one, earlier months the first.
const GROWING_REFUSALS = [0.06, 0.09, 0.13, 0.18, 0.24]
const BURST_OF_ERRORS = [0.02, 0.03, 0.09, 0.19, 0.31]
const FALLING_MOOD = [4.9, 4.55, 4.1, 3.5, 3.15]

/** What happens to the staged services on purpose; all others keep to their profile. */
export interface Stories {
  refuses(service: ServiceProfile, moment: number): boolean
  fails(service: ServiceProfile, moment: number): boolean
  mood(service: ServiceProfile, moment: number): number
}

export function makeStories(plan: Plan, random: Random): Stories {
  const quotas = new Map<string, number>()
  /** Meets a share to within one case a month, so that a staged growth is plain at any volume. */
  const within = (key: string, share: number) => {
    const sum = (quotas.get(key) ?? random.next()) + share
    quotas.set(key, sum % 1)
    return sum >= 1
  }
  const staged = (values: readonly number[], moment: number) => {
    const index = plan.monthIndex(moment) - plan.lastMonth + values.length - 1
    return { share: values[Math.min(Math.max(index, 0), values.length - 1)] ?? 0, begun: index > 0 }
  }
  // Before a story begins the service is like any other: flat on average, with the usual ups and downs.
  const happens = (name: string, values: readonly number[], moment: number) => {
    const { share, begun } = staged(values, moment)
    return begun ? within(`${name} ${plan.monthIndex(moment)}`, share) : random.chance(share)
  }
  const outages = outageDays(plan, random)
  return {
    refuses(service, moment) {
      if (service.story !== 'refusals') return random.chance(service.refusals)
      return happens('refusals', GROWING_REFUSALS, moment)
    },
    fails(service, moment) {
      if (service.story === 'errors') return happens('errors', BURST_OF_ERRORS, moment)
      return random.chance(outages.has(Math.floor(moment / 86_400)) ? 0.25 : 0.012)
    },
    mood: (service, moment) => (service.story === 'mood' ? staged(FALLING_MOOD, moment).share : service.mood),
  }
}

/** Two days of the year on which the sending of everything suffers. */
function outageDays(plan: Plan, random: Random): Set<number> {
  const length = plan.lastDay - plan.firstDay + 1
  return new Set([plan.firstDay + random.below(length), plan.firstDay + random.below(length)])
}
