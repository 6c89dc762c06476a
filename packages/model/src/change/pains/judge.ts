import type { WeightedShare } from './shares.ts'
import type { Flag, PainSettings, Prevalence, Priority } from './types.ts'

/** How widespread a problem is (003, app. 2), by unrounded shares; `low` is the lower limit, 0–1. */
export function prevalenceOf(
  basis: 'survey' | 'negative',
  { p, nEff }: WeightedShare,
  low: number,
  settings: PainSettings,
): Prevalence {
  const share = 100 * (p ?? 0)
  if (basis === 'negative') {
    if (share >= settings.negative_high) return 'high'
    return share >= settings.negative_medium ? 'medium' : 'low'
  }
  if (nEff < settings.min_n) return 'little_data'
  if (100 * low >= settings.high_low || share >= settings.high_p) return 'high'
  return share >= settings.medium_p ? 'medium' : 'low'
}

/** By influence 0, 1, 2: the two questions of 003, п. 4.7 – does it harm the process, does it spread to others. */
const PRIORITIES: Readonly<Record<Priority, readonly [Priority, Priority, Priority]>> = {
  high: ['medium', 'high', 'high'],
  medium: ['low', 'medium', 'high'],
  low: ['low', 'low', 'medium'],
}

/** Processes from which on a problem is not limited to one. */
const SEVERAL = 2

export const influenceOf = (significant: boolean, breadth: number): 0 | 1 | 2 => {
  const spread = breadth >= SEVERAL
  if (significant && spread) return 2
  return significant || spread ? 1 : 0
}

/** What comes first; null where there is too little data to say. A flag comes first whatever the figures are. */
export function priorityOf(
  prevalence: Prevalence,
  significant: boolean,
  breadth: number,
  flag: Flag | null,
): Priority | null {
  if (flag !== null) return 'high'
  return prevalence === 'little_data' ? null : PRIORITIES[prevalence][influenceOf(significant, breadth)]
}
