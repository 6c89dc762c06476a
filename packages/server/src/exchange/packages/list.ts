import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { listPackages as contract, Totals } from '@otklik/model/exchange/api'
import { PACKAGE_STATES } from '@otklik/model/exchange'
import type { Reach } from '@otklik/model/access'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { supplierNames } from '../../access/index.ts'
import { type Column, sendTable } from '../../platform/http/index.ts'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { packagesWithin } from './ledger.ts'
import { summaryOf } from './receipt.ts'

type Query = QueryOf<typeof contract>

/** Packages by filter, the last first. */
export async function listPackages(db: Db, query: Query, reach: Reach): Promise<AnswerOf<typeof contract>> {
  const { limit, offset } = rangeOf(query)
  const names = new Map((await supplierNames(db)).map(({ code, name }) => [code, name]))
  const found = filtered(db, query, reach)
  const { total } = await found.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['id', 'supplier', 'date', 'name', 'state', 'received_at', 'finished_at'])
    // Whole receipts of a long list take gigabytes.
    .select(sql<Totals | null>`receipt -> 'totals'`.as('totals'))
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, packages: rows.map((row) => summaryOf(row, names.get(row.supplier) ?? row.supplier)) }
}

function filtered(db: Db, { supplier, state, from, to }: Query, reach: Reach) {
  return packagesWithin(db, reach)
    .$if(supplier !== undefined, (q) => q.where('supplier', '=', supplier ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'waiting'))
    .$if(from !== undefined, (q) => q.where('date', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('date', '<=', to ?? ''))
}

const columns: readonly Column[] = [
  { key: 'id', title: 'Номер', type: 'integer' },
  { key: 'date', title: 'Отчётная дата', type: 'day' },
  { key: 'supplier', title: 'Поставщик' },
  { key: 'name', title: 'Файл' },
  { key: 'state', title: 'Состояние' },
  { key: 'read', title: 'Прочитано', type: 'integer' },
  { key: 'accepted', title: 'Принято', type: 'integer' },
  { key: 'quarantined', title: 'Отложено', type: 'integer' },
  { key: 'dropped', title: 'Повторы', type: 'integer' },
  { key: 'receivedAt', title: 'Получен (UTC)', type: 'time' },
]

/** The same list as a file. */
export async function sendPackageTable(
  db: Db,
  reply: FastifyReply,
  query: Query,
  reach: Reach,
  format: 'csv' | 'xlsx',
): Promise<FastifyReply> {
  const { packages } = await listPackages(db, query, reach)
  const rows = packages.map(({ id, date, supplier, name, state, totals, receivedAt }) => ({
    id,
    date,
    supplier: supplier.name,
    name,
    state: PACKAGE_STATES[state],
    ...totals,
    receivedAt,
  }))
  return sendTable(reply, { name: 'Пакеты', columns, rows }, format)
}
