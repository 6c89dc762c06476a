import { reachOfActor } from '../../platform/audit/index.ts'
import type { Reach } from '@otklik/model/access'
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { certificationNotYours } from '../problems.ts'
import { visibleEntry } from '../reach.ts'
import type { CertificationTables } from '../tables.ts'
import type { ProcedureTables } from './tables.ts'

export type ProcedureRow = Selectable<ProcedureTables['certification_procedures']>
export type SheetRow = Selectable<ProcedureTables['certification_sheets']>
export type RequestRow = Selectable<ProcedureTables['certification_requests']>
type EntryRow = Selectable<CertificationTables['certification_entries']>
/** A procedure with its object as the list of the year describes it. */
export type DescribedProcedure = ProcedureRow & Pick<EntryRow, 'name' | 'authority' | 'region' | 'service' | 'address'>

/** Procedures (`p`) within reach, with the entries of their objects (`e`). */
export const procedures = (db: Db, reach: Reach) =>
  db
    .selectFrom('certification_procedures as p')
    .innerJoin('certification_entries as e', 'e.id', 'p.entry_id')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .where(visibleEntry(reach))

/** One procedure within reach; 404 where there is none. */
export async function procedureOf(db: Db, id: number, reach: Reach): Promise<DescribedProcedure> {
  const row = await procedures(db, reach)
    .selectAll('p')
    .select(['e.name', 'e.authority', 'e.region', 'e.service', 'e.address'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** The same, held until the end of the transaction. */
export async function lockProcedure(tx: Tx, id: number, who: Actor): Promise<DescribedProcedure> {
  await sql`SELECT FROM certification_procedures WHERE id = ${id} FOR UPDATE`.execute(tx)
  return procedureOf(tx, id, reachOfActor(who))
}

/** The same for who acts for the Centre: certification is carried out for the whole system (Правила, пункт 2). */
export async function lockForCentre(tx: Tx, id: number, who: Actor): Promise<DescribedProcedure> {
  const row = await lockProcedure(tx, id, who)
  requireCentre(who)
  return row
}

export function requireCentre(who: Actor): void {
  if (!reachOfActor(who).everything) throw problem(certificationNotYours)
}

export const sheetsOf = (db: Db, procedure: number): Promise<SheetRow[]> =>
  db.selectFrom('certification_sheets').selectAll().where('procedure_id', '=', procedure).execute()

export const requestsOf = (db: Db, procedure: number): Promise<RequestRow[]> =>
  db.selectFrom('certification_requests').selectAll().where('procedure_id', '=', procedure).orderBy('id').execute()
