import type { Supplier } from '@otklik/model/access/api'
import { OWN_RECORDS } from '@otklik/model/exchange'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { organisationOf, requireOpenOrganisation } from '../organisations/find.ts'
import type { AccessDeps } from '../deps.ts'
import { noSuchSupplier } from '../problems.ts'
import { readSupplier, requireSupplierWithin } from './suppliers.ts'

export interface SupplierAsk {
  readonly code: string
  readonly name: string
  /** Absent: as it is; for a new supplier, the organisation acted in. */
  readonly organisation?: number
}

/**
 * Adds a supplier, renames it or gives it to another organisation, its keys with it. Codes are one list for the whole
 * system: one that a supplier elsewhere has is answered with `no_such_supplier` and stays that supplier's.
 */
export async function saveSupplier(deps: AccessDeps, ask: SupplierAsk, { who, from, at }: Caller): Promise<Supplier> {
  const { code } = ask
  const reach = reachOfActor(who)
  const name = tidy(ask.name)
  if (code === OWN_RECORDS) throw badField('code', 'Под этим кодом выгружаются записи самой системы. Выберите другой.')
  if (name === '') throw badField('name', 'Напишите название поставщика.')
  await deps.db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('access_suppliers')
      .select(['name', 'organisation_id as organisation'])
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst()
    if (known !== undefined) await requireSupplierWithin(tx, reach, code)
    const organisation = ask.organisation ?? known?.organisation ?? organisationOf(who)
    if (organisation !== known?.organisation) await requireOpenOrganisation(tx, reach, organisation, 'share')
    if (known === undefined) await insert(tx, { code, name, organisation }, at)
    else await update(tx, { code, name, organisation })
    await recordAudit(tx, {
      who,
      what: 'supplier.saved',
      subject: `supplier:${code}`,
      before: known,
      from,
      after: { name, organisation },
      at,
    })
  })
  return readSupplier(deps.db, reach, code)
}

type Saved = Required<SupplierAsk>

async function insert(tx: Tx, { code, name, organisation }: Saved, now: Date): Promise<void> {
  const [made] = await tx
    .insertInto('access_suppliers')
    .values({ code, name, created_at: now, organisation_id: organisation })
    .onConflict((clash) => clash.column('code').doNothing())
    .execute()
  // Someone else made it in this very moment, perhaps elsewhere.
  if (made?.numInsertedOrUpdatedRows !== 1n) throw problem(noSuchSupplier, code)
}

async function update(tx: Tx, { code, name, organisation }: Saved): Promise<void> {
  const changed = { name, organisation_id: organisation }
  await tx.updateTable('access_suppliers').set(changed).where('code', '=', code).execute()
  await tx.updateTable('access_tokens').set({ organisation_id: organisation }).where('supplier', '=', code).execute()
}
