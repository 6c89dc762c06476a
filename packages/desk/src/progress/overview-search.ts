import type { Slice } from '@otklik/model/api'
import type { Figure } from '@otklik/model/progress/api'
import { readSlice } from '../shared/filters/slice.ts'
import { FIGURES } from './figures/figures.ts'

export interface OverviewSearch extends Slice {
  /** The figure that the chart and the table are about; refusals where absent. */
  figure?: Figure
  /** Shows the acknowledged alarms too. */
  alarms?: 'all'
}

export function readOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  const figure = FIGURES.find((name) => name === search.figure)
  return {
    ...readSlice(search),
    ...(figure === undefined || figure === 'refusals' ? {} : { figure }),
    ...(search.alarms === 'all' ? { alarms: 'all' } : {}),
  }
}

export interface ServicesSearch extends Slice {
  figure?: Figure
  /** Part of a service's name or number. */
  find?: string
}

export function readServicesSearch(search: Record<string, unknown>): ServicesSearch {
  const { figure } = readOverviewSearch(search)
  return {
    ...readSlice(search),
    ...(figure === undefined ? {} : { figure }),
    ...(typeof search.find === 'string' && search.find !== '' ? { find: search.find } : {}),
  }
}
