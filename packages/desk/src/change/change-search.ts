import { ALL_SOURCES, type Source } from '@otklik/model/change'
import { isPeriod } from '@otklik/model/change/periods'
import { isMonth } from '@otklik/model/months'

/** What the screens of changes read out of their addresses; what does not fit is left out. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const oneOf = <T extends string>(words: readonly T[], given: unknown): T | undefined =>
  words.find((word) => word === given)
const present = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T

export const STATEMENT_STATES = ['uncoded', 'coded', 'filtered'] as const
export const MAP_FILTERS = ['no_measure', 'overdue', 'flagged'] as const

export interface GroupsSearch {
  process?: string | undefined
  source?: Source | undefined
}
export const readGroupsSearch = (search: Record<string, unknown>): GroupsSearch =>
  present({ process: textOf(search.process), source: oneOf(ALL_SOURCES, search.source) })

export interface ProblemsSearch {
  source?: Source | undefined
}
export const readProblemsSearch = (search: Record<string, unknown>): ProblemsSearch =>
  present({ source: oneOf(ALL_SOURCES, search.source) })

export interface VoicesSearch extends GroupsSearch {
  /** As the second coder. */
  blind?: 'true' | undefined
}
export const readVoicesSearch = (search: Record<string, unknown>): VoicesSearch =>
  present({ ...readGroupsSearch(search), blind: oneOf(['true'], search.blind) })

export interface StatementsSearch {
  process?: string | undefined
  stage?: string | undefined
  code?: string | undefined
  source?: Source | undefined
  /** Not `state`, which the list of packages has a word for. */
  coding?: (typeof STATEMENT_STATES)[number] | undefined
  find?: string | undefined
  /** First and last month; not `from` and `to`, which every screen takes along. */
  since?: string | undefined
  until?: string | undefined
  offset?: string | undefined
}
const monthOf = (value: unknown): string | undefined =>
  typeof value === 'string' && isMonth(value) ? value : undefined
export const readStatementsSearch = (search: Record<string, unknown>): StatementsSearch =>
  present({
    process: textOf(search.process),
    stage: textOf(search.stage),
    code: textOf(search.code),
    source: oneOf(ALL_SOURCES, search.source),
    coding: oneOf(STATEMENT_STATES, search.coding),
    find: textOf(search.find),
    since: monthOf(search.since),
    until: monthOf(search.until),
    offset: typeof search.offset === 'string' && /^[1-9]\d{0,8}$/.test(search.offset) ? search.offset : undefined,
  })

export interface MapSearch {
  period?: string | undefined
  process?: string | undefined
  stage?: string | undefined
  source?: Source | undefined
  only?: (typeof MAP_FILTERS)[number] | undefined
}
export const readMapSearch = (search: Record<string, unknown>): MapSearch =>
  present({
    period: typeof search.period === 'string' && isPeriod(search.period) ? search.period : undefined,
    process: textOf(search.process),
    stage: textOf(search.stage),
    source: oneOf(ALL_SOURCES, search.source),
    only: oneOf(MAP_FILTERS, search.only),
  })

export interface MeasuresSearch {
  show?: 'overdue' | 'mine' | undefined
  problem?: string | undefined
}
export const readMeasuresSearch = (search: Record<string, unknown>): MeasuresSearch =>
  present({
    show: oneOf(['overdue', 'mine'], search.show),
    problem: typeof search.problem === 'string' && /^[1-9]\d{0,8}$/.test(search.problem) ? search.problem : undefined,
  })
