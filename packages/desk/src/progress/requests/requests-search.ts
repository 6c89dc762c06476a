import type { Slice } from '@otklik/model/api'
import type { Counted } from '@otklik/model/progress/api'
import { readSlice } from '../../shared/filters/slice.ts'

export const COUNTED_WORDS = [
  'any',
  'submitted',
  'in_error',
  'decided',
  'refused',
  'rated',
] as const satisfies readonly Counted[]

export interface RequestsSearch extends Slice {
  counted?: Counted
  /** Counted as rated: with this score alone. */
  score?: string
  status?: string
  /** With a status: in this section only. */
  section?: string
  find?: string
  offset?: string
}

const NUMBER = /^\d{1,9}$/
const SCORE = /^[1-5]$/

export function readRequestsSearch(search: Record<string, unknown>): RequestsSearch {
  const counted = COUNTED_WORDS.find((word) => word === search.counted)
  const { score, status, section, find, offset } = search
  return {
    ...readSlice(search),
    ...(counted === undefined || counted === 'any' ? {} : { counted }),
    ...(counted === 'rated' && typeof score === 'string' && SCORE.test(score) ? { score } : {}),
    ...(typeof status === 'string' && NUMBER.test(status) ? { status } : {}),
    ...(typeof section === 'string' && section !== '' ? { section } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof offset === 'string' && NUMBER.test(offset) && offset !== '0' ? { offset } : {}),
  }
}
