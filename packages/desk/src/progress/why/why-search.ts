import type { Slice } from '@otklik/model/api'
import type { WhyIndicator } from '@otklik/model/progress/api'
import { readSlice } from '../../shared/filters/slice.ts'

export interface WhySearch extends Slice {
  /** Refusals where absent. */
  figure?: Exclude<WhyIndicator, 'refusals'>
}

export function readWhySearch(search: Record<string, unknown>): WhySearch {
  return {
    ...readSlice(search),
    ...(search.figure === 'errors' ? { figure: 'errors' } : {}),
  }
}
