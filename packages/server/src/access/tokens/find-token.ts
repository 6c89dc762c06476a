import { isRight, MACHINE_RIGHTS, type MachinePrincipal, NOTHING, type Reach } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { hashSecret, newSecret } from '../secrets.ts'

const PREFIX = 'otk_'
const NOTE_MS = 60_000

/** The prefix lets people and secret scanners see what it is. */
export const newToken = (): string => `${PREFIX}${newSecret()}`

/** The machine that shows a token; undefined when it is unknown, revoked or has expired. Notes its use once a minute. */
export async function findToken(
  { db, reaches }: { readonly db: Db; readonly reaches: Reaches },
  { token, address }: { readonly token: string; readonly address: string },
  now: Date,
): Promise<MachinePrincipal | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const row = await db
    .selectFrom('access_tokens as token')
    .innerJoin('access_organisations as o', 'o.id', 'token.organisation_id')
    .select(['token.id', 'token.label', 'token.supplier', 'token.rights', 'token.last_used_at', 'o.id as organisation'])
    .select('o.path')
    .where('token.hash', '=', hashSecret(token))
    .where('token.revoked_at', 'is', null)
    .where('token.expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, label, supplier, organisation } = row
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > NOTE_MS)
    await db
      .updateTable('access_tokens')
      .set({ last_used_at: now, last_used_from: address })
      .where('id', '=', id)
      .execute()
  const reach: Reach = supplier === null ? await reaches(row.path) : { ...NOTHING, suppliers: [supplier] }
  const rights = row.rights.filter(isRight).filter((right) => MACHINE_RIGHTS.includes(right))
  return { kind: 'machine', id, label, supplier, organisation, rights, reach }
}
