import { rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { OPERATOR } from '@otklik/model/access'
import { recordAudit } from '../audit/index.ts'
import { cipherKeyFile } from '../cipher.ts'
import { makeSecret } from '../engines/secret.ts'
import { checkValueOf } from './check-value.ts'
import type { RecordsKeyParts } from './open.ts'
import { heldIn } from './sealed.ts'

/**
 * Makes a new key where the old one is lost, and drops what only the old one could open. A file that is no key is kept
 * beside it. Broken off before the end, it is to be run again: until then the server does not start.
 */
export async function replaceRecordsKey({ db, dataDir, sealed }: RecordsKeyParts, now = new Date()): Promise<void> {
  const path = cipherKeyFile(dataDir)
  if (existsSync(path)) await rename(path, `${path}.${now.getTime()}.old`)
  const check_value = checkValueOf(makeSecret(path))
  const lost = Object.fromEntries((await heldIn(db, sealed)).map(({ title, texts }) => [title, texts.length]))
  await db.transaction().execute(async (tx) => {
    for (const { forget } of sealed) await forget(tx)
    await tx.deleteFrom('records_key').execute()
    await tx.insertInto('records_key').values({ one: true, check_value, since: now }).execute()
    await recordAudit(tx, {
      who: OPERATOR,
      what: 'installation.key_replaced',
      subject: 'installation',
      after: { lost },
      at: now,
    })
  })
}
