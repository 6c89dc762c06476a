import type { Caller } from '../../platform/audit/index.ts'
import {
  addObject,
  approveList,
  createYearList,
  fillObjects,
  listObjects,
  publishList,
  readList,
  removeObject,
  saveEntries,
  type SavedEntry,
  saveObject,
  submitList,
  submitSingleList,
} from '../../certification/index.ts'
import { type Principal, EVERYTHING, type UserPrincipal } from '@otklik/model/access'
import type { ListEntry } from '@otklik/model/certification/api'
import type { Db } from '../../platform/postgres/open.ts'
import { DAY, isoDay, parseDay } from '../calendar.ts'
import type { DemoOptions } from '../plan.ts'
import { demoPerson } from './demo-person.ts'
import { firstFacts, settledFacts } from './facts.ts'
import { demoTools, knownOf } from './objects.ts'

/** The days of the lists' first round, and who acts on them. */
interface Stage {
  readonly db: Db
  readonly region: string
  /** The reporting year whose list holds. */
  readonly year: number
  readonly curator: UserPrincipal
  readonly group: UserPrincipal
  /** So many days before the day of the demonstration. */
  ago(days: number): string
}

/**
 * Fills the lists of certification through the calls of the Centre and the working group, each on its day: a single list
 * and the list of the year approved, the next single list on approval, the next year's list being drafted.
 */
export async function fillLists(
  db: Db,
  { today, region = '31' }: Pick<DemoOptions, 'today' | 'region'>,
): Promise<void> {
  const [curator, group] = [await demoPerson(db, 'curator'), await demoPerson(db, 'working-group')]
  const ago = (days: number) => isoDay(parseDay(today) - days)
  // In January and February the list of the year is not approved yet: the one before holds.
  const stage: Stage = { db, region, year: Number(ago(60).slice(0, 4)), curator, group, ago }
  await gatherObjects(stage)
  await approveSingle(stage)
  await approveYear(stage)
  await draftNext(stage)
}

const on = (who: UserPrincipal, day: string): Caller<Principal> => ({
  who,
  at: new Date(parseDay(day) * DAY * 1000 + 8 * 3_600_000),
})

async function gatherObjects({ db, region, year, curator }: Stage): Promise<void> {
  const before = year - 1
  await fillObjects(db, { scope: 'all', region: null }, on(curator, `${before}-11-18`))
  const { rows } = await listObjects(db, { limit: 1000 }, EVERYTHING)
  for (const [at, object] of rows.entries())
    await saveObject(db, object.id, knownOf(object, at, year), on(curator, `${before}-11-19`))
  for (const tool of demoTools(region)) await addObject(db, tool, on(curator, `${before}-11-20`))
}

async function approveSingle({ db, year, curator, group }: Stage): Promise<void> {
  const { id } = await submitSingleList(db, on(curator, `${year - 1}-11-28`))
  const protocolDate = `${year - 1}-12-10`
  await approveList(db, id, { protocolNumber: '9-РГ', protocolDate }, on(group, protocolDate))
}

async function approveYear({ db, year, curator, group }: Stage): Promise<void> {
  const { id } = await createYearList(db, year, on(curator, `${year - 1}-12-14`))
  await tell({ db, curator }, id, settledFacts, `${year - 1}-12-17`)
  await publishList(db, id, on(curator, `${year - 1}-12-18`))
  await submitList(db, id, on(curator, `${year}-02-12`))
  const protocolDate = `${year}-02-26`
  await approveList(db, id, { protocolNumber: '2-РГ', protocolDate }, on(group, protocolDate))
}

/** What the year has brought is on approval; the list of the next year is drafted from what holds. */
async function draftNext({ db, year, curator, ago }: Stage): Promise<void> {
  const { rows } = await listObjects(db, { limit: 1000 }, EVERYTHING)
  const [certified, closed] = [rows[8], rows.at(-1)]
  if (certified !== undefined) {
    const { id, category: _, removed: __, ...fields } = certified
    const validTo = isoDay(parseDay(ago(10)) + 364)
    await saveObject(db, id, { ...fields, level: 65, validFrom: ago(10), validTo }, on(curator, ago(3)))
  }
  if (closed !== undefined)
    await removeObject(db, closed.id, 'Сервис переведён на федеральную платформу', on(curator, ago(3)))
  const { id } = await createYearList(db, year + 1, on(curator, ago(2)))
  await tell({ db, curator }, id, firstFacts, ago(2))
  await submitSingleList(db, on(curator, ago(1)))
}

async function tell(
  { db, curator }: Pick<Stage, 'db' | 'curator'>,
  list: number,
  facts: (entries: readonly ListEntry[]) => SavedEntry[],
  day: string,
): Promise<void> {
  const { rows } = await readList(db, list, { limit: 1000 }, curator)
  const entries = facts(rows)
  if (entries.length > 0) await saveEntries(db, list, entries, on(curator, day))
}
