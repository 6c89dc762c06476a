import type { Principal, RoleName } from '@otklik/model/access'
import { type GivenDeadline, standingDeadlines } from '@otklik/model/deadlines'
import { InputError } from '@otklik/model/inputs'
import type { DeadlineSource } from '../platform/module.ts'

/** Whose work it is, by role. The lists of certification tell of theirs themselves. */
const WHOSE: Readonly<Record<string, readonly RoleName[]>> = {
  results: ['authority_head', 'evaluation_organiser'],
  summary: ['monitoring_coordinator'],
  quarterly: ['evaluation_organiser'],
  monthly: ['client_centricity_lead'],
}
const REPORTS = '/pains'

/**
 * Reports and forms of every year. Nothing tells yet that one was handed in: they are shown until their day, and are never
 * called late.
 */
export const deadlines: DeadlineSource = async ({ who, today, calendar }) => {
  const mine = (code: string): boolean => hasRole(who, WHOSE[code] ?? [])
  const entries: GivenDeadline[] = []
  const notes: string[] = []
  for (const year of [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1]) {
    try {
      for (const { last_working_day: _, ...entry } of standingDeadlines(year, calendar))
        if (mine(entry.code) && entry.due >= today)
          entries.push({ ...entry, doneOn: null, mine: true, address: REPORTS })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      // The next year's calendar is published in autumn: only a year that has begun has to have one.
      if (today.startsWith(String(year))) notes.push(error.message)
    }
  }
  return { entries, notes }
}

const hasRole = (who: Principal, roles: readonly RoleName[]): boolean =>
  who.kind === 'user' && who.as !== null && roles.includes(who.as.role)
