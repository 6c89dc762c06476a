import type { Db } from '../../platform/postgres/open.ts'

export interface AuthorityContact {
  readonly authority: string
  readonly phone: string | null
  readonly mail: string | null
}

/** How to reach authorities of the register by name: the open organisation of the tree that stands for each. */
export async function authorityContacts(db: Db, names: readonly string[]): Promise<AuthorityContact[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('access_organisations as o')
    .innerJoin('register_authorities as a', 'a.id', 'o.authority_id')
    .select(['a.name as authority', 'o.phone', 'o.mail'])
    .where('a.name', 'in', [...names])
    .where('o.closed_at', 'is', null)
    .orderBy('o.id')
    .execute()
  return names.map(
    (authority) => rows.find((row) => row.authority === authority) ?? { authority, phone: null, mail: null },
  )
}
