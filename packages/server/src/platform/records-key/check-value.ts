import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { RecordsKeyTables } from './tables.ts'

/** Tells keys apart and nothing else: the key is 24 random bytes, which no hash gives back. */
export const checkValueOf = (secret: string): string =>
  createHmac('sha256', secret).update('otklik records key').digest('hex')

export async function knownCheckValue(db: Kysely<RecordsKeyTables>): Promise<string | undefined> {
  const row = await db.selectFrom('records_key').select('check_value').executeTakeFirst()
  return row?.check_value
}

/** Writes it down unless another server was first. The answer is what stands there now. */
export async function keepCheckValue(db: Kysely<RecordsKeyTables>, secret: string, since = new Date()) {
  await db
    .insertInto('records_key')
    .values({ one: true, check_value: checkValueOf(secret), since })
    .onConflict((clash) => clash.doNothing())
    .execute()
  return knownCheckValue(db)
}
