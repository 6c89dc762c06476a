import type { Reach } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { FeedFinding, listFindings as contract } from '@otklik/model/exchange/api'
import { type FindingCode, sayFinding } from '@otklik/model/exchange/feed'
import { type Selectable, sql } from 'kysely'
import { supplierNames } from '../../access/index.ts'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { ExchangeTables } from '../tables.ts'

type Row = Selectable<ExchangeTables['exchange_findings']>

const within = (db: Db, { everything, suppliers }: Reach) =>
  db
    .selectFrom('exchange_findings')
    .$if(!everything, (query) => query.where(sql<boolean>`supplier = ANY(${[...suppliers]}::text[])`))

/** What was found in the days of suppliers within reach, the last days first; also what is found no more. */
export async function listFindings(
  db: Db,
  { supplier, state, from, to, ...query }: QueryOf<typeof contract>,
  reach: Reach,
): Promise<AnswerOf<typeof contract>> {
  const { limit, offset } = rangeOf(query)
  const found = within(db, reach)
    .$if(supplier !== undefined, (q) => q.where('supplier', '=', supplier ?? ''))
    .$if(state !== undefined, (q) => q.where('gone_at', state === 'gone' ? 'is not' : 'is', null))
    .$if(from !== undefined, (q) => q.where('date', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('date', '<=', to ?? ''))
  const { total } = await found.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll()
    .orderBy('date', 'desc')
    .orderBy('supplier')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, findings: rows.map(saidBy(await namesOf(db))) }
}

/** Codes of what stands, by supplier and day: «code ГГГГ-ММ-ДД». */
export async function codesByDay(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
  reach: Reach,
): Promise<Map<string, FindingCode[]>> {
  const rows = await within(db, reach)
    .select(['supplier', 'date', 'code'])
    .distinct()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('gone_at', 'is', null)
    .orderBy('code')
    .execute()
  const byDay = Map.groupBy(rows, ({ supplier, date }) => `${supplier} ${date}`)
  return new Map([...byDay].map(([day, found]) => [day, found.map(({ code }) => code)]))
}

const namesOf = async (db: Db) => new Map((await supplierNames(db)).map(({ code, name }) => [code, name]))

const saidBy =
  (names: ReadonlyMap<string, string>) =>
  ({ id, supplier, date, code, about, finding, since, found_at, gone_at }: Row): FeedFinding => ({
    id,
    supplier: { code: supplier, name: names.get(supplier) ?? supplier },
    date,
    code,
    about,
    ...sayFinding(finding),
    since,
    foundAt: found_at.toISOString(),
    goneAt: gone_at?.toISOString() ?? null,
  })
