import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { networkOf } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Where a request comes from, as a hash whose key is thrown away every day: nobody can tell the address from it. */
export type SourceOf = (request: Pick<FastifyRequest, 'ip'>, at: Date) => Promise<string>

/** Keys are of days by UTC and common to all servers of the installation. */
export function openSources(db: Db): SourceOf {
  let known: { readonly day: string; readonly key: Promise<string> } | undefined
  const keyOf = (day: string): Promise<string> => {
    if (known?.day === day) return known.key
    const key = keyOfDay(db, day)
    known = { day, key }
    key.catch(() => {
      known = undefined
    })
    return key
  }
  return async ({ ip }, at) =>
    createHmac('sha256', await keyOf(at.toISOString().slice(0, 10)))
      .update(networkOf(ip))
      .digest('base64url')
      .slice(0, 22)
}

/** The key of a day, made by who asks first; those of days before are dropped with it. */
async function keyOfDay(db: Db, day: string): Promise<string> {
  const key = randomBytes(32).toString('base64url')
  await db.deleteFrom('survey_source_keys').where('day', '<', day).execute()
  await db
    .insertInto('survey_source_keys')
    .values({ day, key })
    .onConflict((clash) => clash.doNothing())
    .execute()
  const row = await db.selectFrom('survey_source_keys').select('key').where('day', '=', day).executeTakeFirstOrThrow()
  return row.key
}
