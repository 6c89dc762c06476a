import type { Slice } from '@otklik/model/api'
import type { WhyIndicator } from '@otklik/model/progress/api'
import { readSlice } from '../../shared/filters/slice.ts'

export interface WhySearch extends Slice {
  /** Refusals where absent. */
  figure?: Exclude<WhyIndicator, 'refusals'>
  /** Held against the months just before; against the same months a year earlier where absent. */
  against?: 'before'
}

export function readWhySearch(search: Record<string, unknown>): WhySearch {
  return {
    ...readSlice(search),
    ...(search.figure === 'errors' ? { figure: 'errors' } : {}),
    ...(search.against === 'before' ? { against: 'before' } : {}),
  }
}
