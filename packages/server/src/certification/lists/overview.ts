import { type Principal, reachOf, rightsOfPrincipal } from '@otklik/model/access'
import type { ListEdition, ListOverview, YearLists } from '@otklik/model/certification/api'
import { deadlinesOf, eventsFor } from '@otklik/model/certification'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { editionFrom, editions } from './edition.ts'

/** Both kinds of lists: where their editions stand, and what is due. */
export async function readLists(db: Db, who: Principal, at: Date): Promise<ListOverview> {
  const reach = reachOf(who)
  const today = dayOf(at)
  const rows = await editions(db, reach).orderBy('l.year', 'desc').orderBy('l.number', 'desc').execute()
  const found = rows.map((row) => editionFrom(row, who))
  const single = found.filter(({ kind }) => kind === 'single')
  return {
    today,
    draft: reach.everything ? await draftOf(db, single, who) : null,
    single,
    years: yearsOf(found, Number(today.slice(0, 4))).map((year) => listsOf(year, found, who)),
  }
}

/** The running year, the next one, and all that have a list. */
const yearsOf = (found: readonly ListEdition[], running: number): number[] =>
  [...new Set([running, running + 1, ...found.flatMap(({ year }) => year ?? [])])].toSorted((a, b) => b - a)

function listsOf(year: number, found: readonly ListEdition[], who: Principal): YearLists {
  const editionsOfYear = found.filter((one) => one.year === year)
  const approved = found.some(({ kind, state }) => kind === 'single' && state === 'approved')
  const about = { mine: false, entries: 0, other: false, base: approved }
  const events = editionsOfYear.length > 0 ? [] : eventsFor('year', null, about, rightsOfPrincipal(who))
  return {
    year,
    deadlines: deadlinesOf(year),
    editions: editionsOfYear,
    allowed: reachOf(who).everything ? events : [],
  }
}

async function draftOf(db: Db, single: readonly ListEdition[], who: Principal): Promise<ListOverview['draft']> {
  const { rows } = await sql<{ objects: number; removed: number; withoutAuthority: number }>`
    SELECT
      count(*) FILTER (WHERE removed_at IS NULL) AS objects,
      count(*) FILTER (WHERE removed_at IS NOT NULL) AS removed,
      count(*) FILTER (WHERE removed_at IS NULL AND authority_id IS NULL) AS "withoutAuthority"
    FROM certification_objects`.execute(db)
  const counts = rows[0] ?? { objects: 0, removed: 0, withoutAuthority: 0 }
  const other = single.some(({ state }) => state === 'on_approval')
  const about = { mine: true, entries: counts.objects, other, base: true }
  return { ...counts, allowed: eventsFor('single', null, about, rightsOfPrincipal(who)) }
}
