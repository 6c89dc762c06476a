import {
  isKind,
  isSource,
  type Kind,
  type Source,
  APPEAL_COURSE,
  type AppealState,
  QUARTER_FIGURES,
  type QuarterFigureName,
} from '@otklik/model/appeals'
import { isDay } from '@otklik/model/days'
import { isQuarter } from '@otklik/model/quarters'

export const TERMS = ['overdue', 'week', 'no_calendar'] as const

/** What the register is asked for, as it stands in the address. */
export interface AppealsSearch {
  find?: string
  /** Where in its course; not `state`, which other screens take along with other words. */
  stand?: AppealState | 'open'
  kind?: Kind
  source?: Source
  term?: (typeof TERMS)[number]
  mine?: 'true'
  /** The number of an authority; not `authority`, which other screens take along as a name. */
  of?: string
  quarter?: string
  figure?: QuarterFigureName
  day?: string
  offset?: string
}
export interface QuarterSearch {
  quarter?: string
  of?: string
  day?: string
}

const NUMBER = /^[1-9]\d{0,8}$/
const isState = (word: string): word is AppealState | 'open' =>
  word === 'open' || Object.hasOwn(APPEAL_COURSE.states, word)

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readAppealsSearch(search: Record<string, unknown>): AppealsSearch {
  const text = (name: string): string => (typeof search[name] === 'string' ? search[name] : '')
  const [stand, kind, source, find] = [text('stand'), text('kind'), text('source'), text('find')]
  const term = TERMS.find((one) => one === search.term)
  const figure = QUARTER_FIGURES.find((one) => one === search.figure)
  return {
    ...(find === '' ? {} : { find }),
    ...(isState(stand) ? { stand } : {}),
    ...(isKind(kind) ? { kind } : {}),
    ...(isSource(source) ? { source } : {}),
    ...(term === undefined ? {} : { term }),
    ...(search.mine === 'true' ? { mine: 'true' } : {}),
    ...(figure === undefined ? {} : { figure }),
    ...(NUMBER.test(text('offset')) ? { offset: text('offset') } : {}),
    ...readQuarterSearch(search),
  }
}

export function readQuarterSearch(search: Record<string, unknown>): QuarterSearch {
  const text = (name: string): string => (typeof search[name] === 'string' ? search[name] : '')
  return {
    ...(NUMBER.test(text('of')) ? { of: text('of') } : {}),
    ...(isQuarter(text('quarter')) ? { quarter: text('quarter') } : {}),
    ...(isDay(text('day')) ? { day: text('day') } : {}),
  }
}

/** The same as the server is asked, but for the page. */
export const askedOf = ({ stand, mine, of, day, offset: _, ...search }: AppealsSearch) => ({
  ...search,
  state: stand,
  mine: mine === undefined ? undefined : true,
  authority: of === undefined ? undefined : Number(of),
  as_of: day,
})

/** Whether fewer are shown than there are. */
export const isFiltered = ({ offset: _, ...search }: AppealsSearch): boolean => Object.keys(search).length > 0

export const ON_PAGE = 100

/** The quarter that ended last: the one that is reported on. */
export function lastQuarter(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const quarter = Math.ceil(month / 3) - 1
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`
}
