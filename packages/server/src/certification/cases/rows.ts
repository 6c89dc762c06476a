import type { Reach } from '@otklik/model/access'
import type { ObjectKind } from '@otklik/model/certification'
import { type Selectable, sql } from 'kysely'
import { type Actor, reachOfActor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { requireCentre } from '../procedure/rows.ts'
import { visibleEntry } from '../reach.ts'
import type { CaseTables } from './tables.ts'

type Row = Selectable<CaseTables['certification_cases']>
/** A case with its certificate and its object. */
export type DescribedCase = Row & {
  readonly name: string
  readonly kind: ObjectKind
  readonly authority: string | null
  readonly certificate: string
  readonly procedure_id: number
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly certificate_ended: string | null
  readonly level: number
}

/** Cases (`c`) within reach, with the certificate (`d`), its procedure (`p`) and its object (`e`). */
export const cases = (db: Db, reach: Reach) =>
  db
    .selectFrom('certification_cases as c')
    .innerJoin('certification_documents as d', 'd.id', 'c.document_id')
    .innerJoin('certification_procedures as p', 'p.id', 'd.procedure_id')
    .innerJoin('certification_entries as e', 'e.id', 'p.entry_id')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .where(visibleEntry(reach))

export const describedCases = (db: Db, reach: Reach) =>
  cases(db, reach)
    .selectAll('c')
    .select(['e.name', 'p.kind', 'e.authority', 'd.number as certificate', 'd.procedure_id', 'd.level'])
    .select(['d.valid_from', 'd.valid_to', 'd.ended_on as certificate_ended'])

/** One case within reach; 404 where there is none. */
export async function caseOf(db: Db, id: number, reach: Reach): Promise<DescribedCase> {
  const row = await describedCases(db, reach).where('c.id', '=', id).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** The same for who acts for the Centre, held until the end of the transaction. */
export async function lockCase(tx: Tx, id: number, who: Actor): Promise<DescribedCase> {
  await sql`SELECT FROM certification_cases WHERE id = ${id} FOR UPDATE`.execute(tx)
  const row = await caseOf(tx, id, reachOfActor(who))
  requireCentre(who)
  return row
}
