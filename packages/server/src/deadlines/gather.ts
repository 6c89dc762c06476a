import type { Principal } from '@otklik/model/access'
import { type WorkingCalendar, workingDayUpTo } from '@otklik/model/calendar'
import { inOrderOfDays, type KeptDeadline, stateOf } from '@otklik/model/deadlines'
import { InputError } from '@otklik/model/inputs'
import { calendarOf } from '../calendar/index.ts'
import type { DeadlineSource } from '../platform/module.ts'
import type { Db } from '../platform/postgres/open.ts'

export interface GatherDeps {
  readonly db: Db
  readonly deadlineSources: () => Promise<readonly DeadlineSource[]>
}
export interface Gathered {
  /** Not done yet, by day; each once. */
  readonly open: readonly KeptDeadline[]
  readonly notes: readonly string[]
}

/** More of one kind are a list of their own. */
const MOST = 300

/** What is due by a day for whoever acts in these roles: the deadlines of all contexts in one list. */
export async function gather(
  { db, deadlineSources }: GatherDeps,
  whos: readonly Principal[],
  { today, until }: { readonly today: string; readonly until: string },
): Promise<Gathered> {
  const [sources, calendar] = await Promise.all([deadlineSources(), calendarOf(db)])
  const given = await Promise.all(
    whos.flatMap((who) => sources.map((source) => source({ db, who, today, calendar, until, most: MOST }))),
  )
  const found = new Map<string, KeptDeadline>()
  for (const entry of given.flatMap(({ entries }) => entries)) {
    const state = stateOf(entry.due, entry.doneOn, today)
    if (state === 'done' || entry.due > until) continue
    const key = `${entry.code} ${entry.period}`
    // Of somebody with several roles it is theirs where one of the roles says so.
    const mine = entry.mine || found.get(key)?.mine === true
    found.set(key, { ...entry, mine, last_working_day: lastWorkingDay(calendar, entry.due), state })
  }
  return { open: inOrderOfDays([...found.values()]), notes: [...new Set(given.flatMap(({ notes }) => notes))] }
}

function lastWorkingDay(calendar: WorkingCalendar, due: string): string | null {
  try {
    return workingDayUpTo(calendar, due)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}
