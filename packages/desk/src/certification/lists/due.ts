import type { ListEdition, ListOverview, YearLists } from '@otklik/model/certification/api'
import { daysBetween } from '../days.ts'

type ListDeadline = YearLists['deadlines'][number]

/** `passed`: the day is over and nothing here tells whether it was kept, as others had to act. */
export type DueState = 'done' | 'coming' | 'overdue' | 'passed'
export interface Due {
  readonly deadline: ListDeadline
  readonly state: DueState
  /** How far its day is from today, either way. */
  readonly days: number
}

/** Deadlines that the single list has to keep; the others are the year's own. */
const OF_SINGLE: readonly string[] = ['services_told', 'single_drafted']

const wasSubmitted = ({ submitted, state }: ListEdition): boolean => submitted !== null && state !== 'withdrawn'

/** What is known to be done; the rest others do, or is done only if there is need. */
const DONE: Readonly<Record<string, (lists: YearLists, single: readonly ListEdition[]) => boolean>> = {
  single_drafted: ({ year, editions }, single) =>
    editions.length > 0 || single.some((one) => wasSubmitted(one) && one.created.at >= `${year - 1}-01-01`),
  year_published: ({ editions }) => editions.some(({ published, approved }) => (published ?? approved) !== null),
  // Nobody waits for remarks on what is approved.
  remarks_sent: ({ editions }) => editions.some(({ approved }) => approved !== null),
  year_approved: ({ editions }) => editions.some(({ approved }) => approved !== null),
}
/** What is the doing of those who keep the lists, and so can be late here. */
const OWN: readonly string[] = ['single_drafted', 'year_published', 'year_approved']

function dueOf(deadline: ListDeadline, lists: YearLists, { single, today, draft }: ListOverview): Due {
  const { code } = deadline
  const ahead = daysBetween(today, deadline.day)
  const days = Math.abs(ahead)
  // What was submitted is out of sight with the draft: who does not see it must not be told that it is late.
  const known = draft !== null || code !== 'single_drafted'
  if (known && DONE[code]?.(lists, single) === true) return { deadline, state: 'done', days }
  if (ahead >= 0) return { deadline, state: 'coming', days }
  return { deadline, state: known && OWN.includes(code) ? 'overdue' : 'passed', days }
}

/** A year that nobody began a list for while there was time: there is nothing left to be late with. */
export const isMissed = ({ editions, deadlines }: YearLists, today: string): boolean =>
  editions.length === 0 && deadlines.every(({ day }) => day < today)

/** What is due for the list of a year itself. */
export const duesOfYear = (lists: YearLists, overview: ListOverview): Due[] =>
  isMissed(lists, overview.today)
    ? []
    : lists.deadlines.filter(({ code }) => !OF_SINGLE.includes(code)).map((one) => dueOf(one, lists, overview))

/** What is due for the single list: for the earliest year that it is not ready for, else for the latest. */
export function duesOfSingle(overview: ListOverview): Due[] {
  const years = overview.years.filter((lists) => !isMissed(lists, overview.today)).toReversed()
  const all = years.map((lists) =>
    lists.deadlines.filter(({ code }) => OF_SINGLE.includes(code)).map((one) => dueOf(one, lists, overview)),
  )
  return (
    all.find((dues) => dues.some(({ deadline, state }) => deadline.code === 'single_drafted' && state !== 'done')) ??
    all.at(-1) ??
    []
  )
}

/** What asks for attention first: what is late, else what comes next. */
export const nextDue = (dues: readonly Due[]): Due | undefined =>
  dues.find(({ state }) => state === 'overdue') ?? dues.find(({ state }) => state === 'coming')
