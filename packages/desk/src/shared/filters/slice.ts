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
  'versus',
] as const satisfies readonly (keyof Slice)[]

/** The slice out of an address; what does not fit is left out, so that an old or mistyped link still opens. */
export function readSlice(search: Record<string, unknown>): Slice {
  const slice: Slice = {}
  for (const field of SLICE_FIELDS) {
    const value = search[field]
    if (typeof value !== 'string' || value === '') continue
    if (field === 'versus') {
      if (value === 'last-year' || value === 'before') slice.versus = value
      continue
    }
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
