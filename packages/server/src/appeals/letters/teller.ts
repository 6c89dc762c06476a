import type { AppealContact } from '@otklik/model/appeals/api'
import { sql } from 'kysely'
import type { Reachable, SaidThing, Teller } from '../../change/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { AppealsDeps } from '../deps.ts'
import { lettersJob } from './job.ts'

/** What appeals are handed over as. */
export const TOLD_AS = ['appeal', 'complaint'] as const

/** Tells those who wrote appeals what was done: by mail with their consent, else on the page of their code. */
export const appealsTeller = ({ cipher, jobs }: Omit<AppealsDeps, 'masker'>): Teller => ({
  sources: TOLD_AS,
  reachable: (db, said) => reachable(db, cipher, said),
  sendLetter: async (tx, { key }, news) => {
    await jobs.enqueue(tx, lettersJob, { kind: 'done', id: Number(key), news })
  },
})

/** An appeal is handed over under its number in this database. */
async function reachable(db: Db, cipher: Cipher, said: readonly SaidThing[]): Promise<Reachable[]> {
  const byKey = new Map(said.map((one) => [one.key, one]))
  const rows = await db
    .selectFrom('appeals as p')
    .select(['p.id', 'p.contact_sealed', 'p.contact_key', 'p.code_hash'])
    .select(sql<boolean>`EXISTS (SELECT FROM appeals_consents AS c WHERE c.appeal_id = p.id)`.as('agreed'))
    .where(sql<boolean>`p.id::text = ANY(${[...byKey.keys()]}::text[])`)
    .orderBy('p.id')
    .execute()
  return rows.flatMap(({ id, contact_sealed, contact_key, code_hash, agreed }): Reachable[] => {
    const one = byKey.get(String(id))
    const byLetter = agreed && contact_sealed !== null && hasMail(cipher.open(contact_sealed))
    if (one === undefined || (!byLetter && code_hash === null)) return []
    return [{ ...one, person: contact_key ?? `appeal ${id}`, way: byLetter ? 'letter' : 'page' }]
  })
}

/** Sealed from this shape by `receiveAppeal`. */
const hasMail = (contact: string): boolean => (JSON.parse(contact) as AppealContact).mail !== null
