import type { PackageState } from '@otklik/model/exchange/api'
import { isDay } from '@otklik/model/days'
import { ALL_PACKAGE_STATES } from '@otklik/model/exchange'

export interface PackagesSearch {
  supplier?: string
  state?: PackageState
  offset?: string
  /** Packages of this reporting date only. */
  day?: string
  /** The last day of the calendar. */
  until?: string
}

const isOffset = (text: unknown): text is string => typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text)
const isDayText = (text: unknown): text is string => typeof text === 'string' && isDay(text)

export function readPackagesSearch({ supplier, state, offset, until, day }: Record<string, unknown>): PackagesSearch {
  const known = ALL_PACKAGE_STATES.find((word) => word === state)
  return {
    ...(typeof supplier === 'string' && supplier !== '' ? { supplier } : {}),
    ...(known === undefined ? {} : { state: known }),
    ...(isOffset(offset) ? { offset } : {}),
    ...(isDayText(until) ? { until } : {}),
    ...(isDayText(day) ? { day } : {}),
  }
}
