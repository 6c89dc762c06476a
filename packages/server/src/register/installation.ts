import { demoRegion } from '@otklik/model/regions'
import { problem } from '../platform/problems/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { fillRegions } from './fill.ts'
import { demoOverReal } from './problems.ts'

/** Whether this installation shows a demonstration and therefore knows the fictitious region 00. */
export async function isDemo(db: Db): Promise<boolean> {
  const row = await db.selectFrom('installation').select('demo').executeTakeFirst()
  return row?.demo ?? false
}

/** Makes an empty installation a demonstration, for good; refuses one that already holds records of a real one. */
export async function markDemo(db: Db): Promise<void> {
  if (await isDemo(db)) return
  await db.transaction().execute(async (tx) => {
    const service = await tx.selectFrom('register_services').select('service_id').limit(1).executeTakeFirst()
    const office = await tx.selectFrom('register_offices').select('id').limit(1).executeTakeFirst()
    if (service !== undefined || office !== undefined) throw problem(demoOverReal)
    await tx.updateTable('installation').set({ demo: true }).execute()
    await fillRegions(tx, [demoRegion])
  })
}
