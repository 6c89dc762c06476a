import { hasRight, type Right } from '@otklik/model/access'
import { type DeadlineCode, deadlinesOf } from '@otklik/model/certification'
import { dayOf } from '@otklik/model/days'
import type { DeadlineSource } from '../../platform/module.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { sourceOf } from './clocks.ts'

/** Whose it is, and how that is called; `told`: whether the program knows when it was done. */
const WORK: Readonly<Record<DeadlineCode, { readonly right: Right; readonly who: string; readonly told: boolean }>> = {
  services_told: { right: 'lists.remark', who: 'Ответственные за клиентоцентричность', told: false },
  single_drafted: { right: 'lists.prepare', who: 'Аналитический центр', told: true },
  year_published: { right: 'lists.prepare', who: 'Аналитический центр', told: true },
  remarks_sent: { right: 'lists.remark', who: 'Ответственные за клиентоцентричность', told: false },
  year_approved: { right: 'lists.approve', who: 'Рабочая группа', told: true },
  year_updated: { right: 'lists.prepare', who: 'Аналитический центр', told: false },
}

/** The six days of the lists (пункты 6–16) of this year and the next. What nobody tells the end of is never called late. */
export const listDeadlines: DeadlineSource = async ({ db, who, today }) => {
  if (!hasRight(who, 'lists.read')) return { entries: [], notes: [] }
  const year = Number(today.slice(0, 4))
  const years = [year, year + 1]
  const done = await doneOf(db, years)
  const entries = years.flatMap((reporting) =>
    deadlinesOf(reporting).flatMap(({ code, day, point, text }) => {
      const { right, who: whose, told } = WORK[code]
      if (!told && day < today) return []
      const doneOn = done.get(`${code} ${reporting}`) ?? null
      const given = { code, period: String(reporting), due: day, what: text, who: whose, source: sourceOf(point) }
      return [{ ...given, internal: false, doneOn, mine: hasRight(who, right), address: '/lists' }]
    }),
  )
  return { entries, notes: [] }
}

/** When each was done, by its code and year. */
async function doneOf(db: Db, years: readonly number[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('certification_lists')
    .select(['kind', 'year', 'submitted_at', 'published_at', 'approved_at'])
    .orderBy('id', 'desc')
    .execute()
  const done = new Map<string, string>()
  const note = (code: DeadlineCode, year: number, at: Date | null): void => {
    if (at !== null) done.set(`${code} ${year}`, dayOf(at))
  }
  for (const { kind, year, submitted_at, published_at, approved_at } of rows) {
    if (kind === 'year' && year !== null) {
      note('year_published', year, published_at)
      note('year_approved', year, approved_at)
    }
    // The single list that is handed in within a year is the draft for the next.
    const handedIn = submitted_at === null ? null : Number(dayOf(submitted_at).slice(0, 4)) + 1
    if (kind === 'single' && handedIn !== null && years.includes(handedIn))
      note('single_drafted', handedIn, submitted_at)
  }
  return done
}
