import type { Slice } from '@otklik/model/api'
import { isMonth } from '@otklik/model/months'

export const SLICE_FIELDS = [
  'from',
  'to',
  'service',
  'subservice',
  'region',
  'authority',
  'office',
  'channel',
] as const satisfies readonly (keyof Slice)[]

/** The slice out of an address; what does not fit is left out, so that an old or mistyped link still opens. */
export function readSlice(search: Record<string, unknown>): Slice {
  const slice: Slice = {}
  for (const field of SLICE_FIELDS) {
    const value = search[field]
    if (typeof value !== 'string' || value === '') continue
    if ((field === 'from' || field === 'to') && !isMonth(value)) continue
    slice[field] = value
  }
  if (slice.from !== undefined && slice.to !== undefined && slice.from > slice.to) delete slice.to
  return slice
}

/** Only the slice of a wider search, to take along to another screen. */
export const sliceOf = (search: Slice): Slice => readSlice({ ...search })

/** Every value of an address is text: numbers of services have leading zeros that must survive. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** Moves a month by a number of months: 2026-01 and −1 give 2025-12. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + by
  return `${Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** All months from the first to the last, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 240; month = shiftMonth(month, 1)) months.push(month)
  return months
}
