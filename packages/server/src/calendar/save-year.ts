import { isDeepStrictEqual } from 'node:util'
import { BUILT_IN_YEARS, readYearTable, type YearTable } from '@otklik/model/calendar'
import type { WorkingYear, YearFields } from '@otklik/model/calendar/api'
import { type Caller, displayName, reachOfActor, recordAudit } from '../platform/audit/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { waitForLock } from '../platform/postgres/locks.ts'
import { inputProblem, problem, problems } from '../platform/problems/index.ts'
import { tidy } from '../platform/text.ts'
import { notWholeSystem } from './problems.ts'
import { readYear } from './years.ts'

/** The table to keep, and what its editor was shown; absent: nobody compares. */
export type SavedYear = YearFields & { readonly seen?: YearFields | null }

/**
 * Enters the table of a year or corrects it: the table, its history and the audit in one transaction. Terms that are
 * counted later use it; those kept with records stay until their context counts them anew.
 * @param also in the same transaction, where anything has changed.
 */
export async function saveYear(
  db: Db,
  year: number,
  { seen, ...given }: SavedYear,
  caller: Caller,
  also: (tx: Tx) => Promise<unknown> = async () => undefined,
): Promise<WorkingYear> {
  if (!reachOfActor(caller.who).everything) throw problem(notWholeSystem)
  const after = fieldsOf(tableFrom({ ...given, source: tidy(given.source), year }))
  await db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'calendarYears')
    const before = await heldFields(tx, year)
    if (seen !== undefined && !isDeepStrictEqual(seen, before)) throw problem(problems.conflict)
    if (isDeepStrictEqual(before, after)) return
    await keep(tx, year, { before, after }, caller)
    await also(tx)
  })
  return readYear(db, year)
}

function tableFrom(value: unknown): YearTable {
  try {
    return readYearTable(value)
  } catch (error) {
    throw inputProblem(error)
  }
}

export const fieldsOf = ({ source, off_weekdays, working_weekends, short }: YearTable): YearFields => ({
  source,
  off_weekdays: [...off_weekdays],
  working_weekends: [...working_weekends],
  short: [...short],
})

/** What holds for the year: what was entered here, else what the program brings along; null: no table. */
async function heldFields(tx: Tx, year: number): Promise<YearFields | null> {
  const own = await tx.selectFrom('calendar_years').selectAll().where('year', '=', year).executeTakeFirst()
  const table = own ?? BUILT_IN_YEARS.find((built) => built.year === year)
  return table === undefined ? null : fieldsOf(table)
}

async function keep(
  tx: Tx,
  year: number,
  { before, after }: { before: YearFields | null; after: YearFields },
  { who, from, at }: Caller,
): Promise<void> {
  await tx
    .insertInto('calendar_years')
    .values({ year, ...after })
    .onConflict((known) => known.column('year').doUpdateSet(after))
    .execute()
  const change = { before: before && JSON.stringify(before), after: JSON.stringify(after) }
  await tx
    .insertInto('calendar_changes')
    .values({ year, at, by: displayName(who), ...change })
    .execute()
  await recordAudit(tx, { who, what: 'calendar.year_saved', subject: `calendar:${year}`, before, after, from, at })
}
