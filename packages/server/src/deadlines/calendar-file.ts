import { createHash } from 'node:crypto'
import { icsOf, type KeptDeadline } from '@otklik/model/deadlines'
import { addDays, dayOf } from '@otklik/model/days'
import { hashSecret, principalsOf, type Reaches } from '../access/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { gather, type GatherDeps } from './gather.ts'

export interface CalendarDeps extends GatherDeps {
  readonly reaches: Reaches
  readonly publicUrl: string
}

/** Calendars look a year ahead. */
const DAYS_AHEAD = 366

/** The own deadlines of whoever made the secret, as an iCalendar file; undefined where the secret is nobody's any more. */
export async function calendarFile(deps: CalendarDeps, secret: string, now: Date): Promise<string | undefined> {
  const owner = await deps.db
    .selectFrom('deadline_choices')
    .select('user_id')
    .where('link_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  if (owner === undefined) return undefined
  const whos = await principalsOf(deps, owner.user_id)
  if (whos.length === 0) return undefined
  const today = dayOf(now)
  const { open } = await gather(deps, whos, { today, until: addDays(today, DAYS_AHEAD) })
  const mine = open.filter((entry) => entry.mine)
  const sequences = await sequencesOf(deps.db, mine)
  return icsOf(
    mine.map((entry) => ({ ...entry, sequence: sequences.get(keyOf(entry)) ?? 0 })),
    { name: 'Сроки Отклика', host: new URL(deps.publicUrl).host, now },
  )
}

const keyOf = ({ code, period }: Pick<KeptDeadline, 'code' | 'period'>): string => `${code} ${period}`

const digestOf = ({ due, what, who, source }: KeptDeadline): string =>
  createHash('sha256')
    .update(JSON.stringify([due, what, who, source]))
    .digest('hex')

/** Notes how each deadline looks now; one that looks otherwise than at the last time has the next number. */
async function sequencesOf(db: Db, entries: readonly KeptDeadline[]): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map()
  const values = entries.map((entry) => ({ code: entry.code, period: entry.period, digest: digestOf(entry) }))
  const rows = await db
    .insertInto('deadline_versions')
    .values(values)
    .onConflict((known) =>
      known.columns(['code', 'period']).doUpdateSet(({ ref, eb }) => ({
        digest: ref('excluded.digest'),
        sequence: eb
          .case()
          .when('deadline_versions.digest', '=', ref('excluded.digest'))
          .then(ref('deadline_versions.sequence'))
          .else(eb('deadline_versions.sequence', '+', 1))
          .end(),
      })),
    )
    .returning(['code', 'period', 'sequence'])
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.sequence]))
}
