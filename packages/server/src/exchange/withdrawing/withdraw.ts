import type { PackageState } from '@otklik/model/exchange'
import { PACKAGE_STATES } from '@otklik/model/exchange'
import { requireSupplier } from '../../access/index.ts'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { defineProblem, problem, problems } from '../../platform/problems/index.ts'
import { importJob } from '../job.ts'
import { inStates, type LedgerRow } from '../packages/ledger.ts'

export const notToWithdraw = defineProblem(
  'package_not_in',
  409,
  'Отзывать нечего',
  (state: PackageState) =>
    `Отозвать можно пакет, строки которого приняты, а этот – ${PACKAGE_STATES[state]}.` +
    (state === 'waiting' || state === 'working' ? ' Дождитесь конца приёма.' : ''),
)

interface Withdrawing {
  readonly db: Db
  /** Absent in a command that does the work by itself. */
  readonly jobs?: Jobs
}

/**
 * Withdraws a package that is in: from now on it counts as not received, and its rows leave the figures by the next run of the
 * imports. The ledger keeps it with its receipt, the disk keeps its files. Throws `not_found`, `package_not_in`.
 * @param reason for those who will ask; the audit and the receipt keep it.
 */
export async function withdrawPackage(
  { db, jobs }: Withdrawing,
  { id, reason }: { readonly id: number; readonly reason: string },
  { who, from, at }: Caller,
): Promise<LedgerRow> {
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('exchange_packages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw problem(problems.notFound)
    if (!inStates.includes(row.state)) throw problem(notToWithdraw, row.state)
    const withdrawn = await tx
      .updateTable('exchange_packages')
      .set({ state: 'withdrawn', phase: 'storing', withdrawn_at: at, withdrawal_reason: reason })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await jobs?.enqueue(tx, importJob, {})
    const { supplier, date, name, state } = row
    await recordAudit(tx, {
      who,
      organisation: (await requireSupplier(tx, supplier)).organisation_id,
      what: 'package.withdrawn',
      subject: `package:${id}`,
      before: { state },
      after: { supplier, date, name, reason },
      from,
      at,
    })
    return withdrawn
  })
}
