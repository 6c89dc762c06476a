import type { PackageState } from '@otklik/model/api'
import { isDay } from '@otklik/model/days'

export const PACKAGE_STATES = [
  'waiting',
  'working',
  'accepted',
  'partly',
  'refused',
  'already_received',
  'failed',
] as const satisfies readonly PackageState[]

export interface PackagesSearch {
  supplier?: string
  state?: PackageState
  offset?: string
  /** Packages of this reporting date only. */
  day?: string
  /** The last day of the calendar. */
  until?: string
}

export function readPackagesSearch({ supplier, state, offset, until, day }: Record<string, unknown>): PackagesSearch {
  const known = PACKAGE_STATES.find((word) => word === state)
  return {
    ...(typeof supplier === 'string' && supplier !== '' ? { supplier } : {}),
    ...(known === undefined ? {} : { state: known }),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
    ...(typeof until === 'string' && isDay(until) ? { until } : {}),
    ...(typeof day === 'string' && isDay(day) ? { day } : {}),
  }
}
