import type { BodyOf } from '@otklik/model/api'
import type { PainSettingsRecord, savePainSettings as route } from '@otklik/model/change/api'
import { type PainSettings, settingsFaults, USUAL_SETTINGS } from '@otklik/model/change/pains'
import { type Caller, displayName, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import { settingsChanged, settingsNotYours } from '../problems.ts'

const latest = (db: Db) =>
  db.selectFrom('change_settings').selectAll().orderBy('edition', 'desc').limit(1).executeTakeFirst()

/** What the map is judged by now. */
export const currentSettings = async (db: Db): Promise<PainSettings> => (await latest(db))?.settings ?? USUAL_SETTINGS

export async function readPainSettings(db: Db): Promise<PainSettingsRecord> {
  const row = await latest(db)
  const { settings, edition } = row ?? { settings: USUAL_SETTINGS, edition: 0 }
  return {
    settings: { ...settings, term_days: { ...settings.term_days } },
    edition,
    saved: row ? { at: row.at.toISOString(), by: row.by } : null,
  }
}

/** Whoever answers for the whole system changes them; refused where somebody else was faster. */
export async function savePainSettings(
  db: Db,
  { edition, settings, reason }: BodyOf<typeof route>,
  caller: Caller,
): Promise<PainSettingsRecord> {
  const { who, from, at } = caller
  if (!reachOfActor(who).everything) throw problem(settingsNotYours)
  const [fault] = settingsFaults(settings)
  if (fault !== undefined) throw badField(`settings.${fault.field}`, fault.message)
  await db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'painSettings')
    const before = await readPainSettings(tx)
    if (before.edition !== edition) throw problem(settingsChanged)
    await tx
      .insertInto('change_settings')
      .values({ settings: JSON.stringify(settings), by: displayName(who), at })
      .execute()
    await recordAudit(tx, {
      who,
      what: 'pain_settings.saved',
      subject: 'pain_settings',
      before: before.settings,
      after: { ...settings, reason },
      from,
      at,
    })
  })
  return readPainSettings(db)
}
