import type { PackageState } from '@otklik/model/api'
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

const fitting = (value: unknown, fits: (text: string) => boolean): string | undefined =>
  typeof value === 'string' && fits(value) ? value : undefined

/**
 * What does not fit is named as undefined: the router lays the answer over the address as it was written, and what is
 * merely absent would come through.
 */
export function readPackagesSearch({ supplier, state, offset, until, day }: Record<string, unknown>): PackagesSearch {
  return {
    supplier: fitting(supplier, (text) => text !== ''),
    state: ALL_PACKAGE_STATES.find((word) => word === state),
    offset: fitting(offset, (text) => /^[1-9]\d{0,8}$/.test(text)),
    until: fitting(until, isDay),
    day: fitting(day, isDay),
  }
}
