import type { Db, Tx } from '../../platform/postgres/open.ts'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Found } from './find.ts'

/**
 * An alarm stays as it was found, also when late packages move its figures. For its first day it is found anew with every
 * judging, because history comes in package by package and a month half in may look like a growth.
 */
export const settlesAfterMs = 24 * 3600 * 1000

/** Rows of one statement: its parameters are limited to 65,535. */
const batch = 1000

/** Keeps what was found in the months; takes back open alarms of the last day that are found no more. Returns how many are new. */
export function keepAlarms(db: Db, months: readonly string[], found: readonly Found[], now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const settled = new Date(now.getTime() - settlesAfterMs)
    const kept = await tx
      .selectFrom('alarms')
      .select(['id', 'figure', 'service', 'month', 'acknowledged_at', 'found_at'])
      .where('month', 'in', months)
      .execute()
    const stays = new Set([...found, ...(await workedOn(tx))].map(keyOf))
    const open = kept.filter(({ acknowledged_at, found_at }) => acknowledged_at === null && found_at > settled)
    const gone = open.filter((alarm) => !stays.has(keyOf(alarm))).map(({ id }) => id)
    if (gone.length > 0) await tx.deleteFrom('alarms').where('id', 'in', gone).execute()
    for (let at = 0; at < found.length; at += batch) await write(tx, found.slice(at, at + batch), settled, now)
    const there = new Set(kept.map(keyOf))
    const added = found.filter((alarm) => !there.has(keyOf(alarm))).map(keyOf)
    if (added.length + gone.length > 0) {
      const after = { added, taken: gone }
      await recordAudit(tx, {
        who: 'system',
        what: 'alarms.judged',
        subject: `alarms:${months.at(-1)}`,
        after,
        at: now,
      })
    }
    return added.length
  })
}

/** What people have assigned or written about stays as they saw it. */
const workedOn = (tx: Tx) =>
  tx
    .selectFrom('alarm_work')
    .select(['figure', 'service', 'month'])
    .union(tx.selectFrom('alarm_notes').select(['figure', 'service', 'month']))
    .execute()

const keyOf = ({ figure, service, month }: Pick<Found, 'figure' | 'service' | 'month'>) =>
  `${figure} ${service} ${month}`

async function write(tx: Tx, found: readonly Found[], settled: Date, now: Date): Promise<void> {
  const rows = found.map((alarm) => ({
    ...alarm,
    values: JSON.stringify(alarm.values),
    evidence: JSON.stringify(alarm.evidence),
    found_at: now,
  }))
  await tx
    .insertInto('alarms')
    .values(rows)
    .onConflict((clash) =>
      clash
        .columns(['figure', 'service', 'month'])
        .doUpdateSet((of) => ({
          grade: of.ref('excluded.grade'),
          sentence: of.ref('excluded.sentence'),
          values: of.ref('excluded.values'),
          evidence: of.ref('excluded.evidence'),
          remains: of.ref('excluded.remains'),
        }))
        .where('alarms.acknowledged_at', 'is', null)
        .where('alarms.found_at', '>', settled),
    )
    .execute()
}
