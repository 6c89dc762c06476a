import { type Principal, reachOf } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { listCertificates as route, RegisterRow } from '@otklik/model/certification/api'
import { OBJECT_KINDS } from '@otklik/model/certification'
import { type Standing, STANDINGS, standingOf } from '@otklik/model/certification/procedure'
import { dayOf } from '@otklik/model/days'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Column, TableRow } from '../../platform/http/index.ts'
import { matches, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleEntry } from '../reach.ts'
import { certificatePage } from './document.ts'

type Ask = QueryOf<typeof route>

/** Certificates and conclusions within reach: of a year, of a standing, or those that run out by a day; the soonest first. */
export async function listCertificates(
  { db, publicUrl }: { db: Db; publicUrl: string },
  ask: Ask,
  { who, at }: { readonly who: Principal; readonly at: Date },
): Promise<AnswerOf<typeof route>> {
  const today = dayOf(at)
  const { limit, offset } = rangeOf(ask)
  const asked = asking(db, ask, today, who)
  const [{ total }, rows] = await Promise.all([
    asked.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    asked
      .select(['d.id', 'd.procedure_id', 'd.object_id', 'd.type', 'd.number', 'd.code', 'd.dated', 'd.level'])
      .select(['d.valid_from', 'd.valid_to', 'd.ended_on', 'd.sent_at', 'e.name', 'p.kind', 'e.authority', 'e.region'])
      .orderBy(ask.expiringBy === undefined ? sql`d.dated DESC` : sql`d.valid_to`)
      .orderBy('d.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, today, rows: rows.map((row) => rowOf(row, publicUrl, today)) }
}

function asking(db: Db, { year, expiringBy, standing, find }: Ask, today: string, who: Principal) {
  return db
    .selectFrom('certification_documents as d')
    .innerJoin('certification_procedures as p', 'p.id', 'd.procedure_id')
    .innerJoin('certification_entries as e', 'e.id', 'p.entry_id')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .where('d.type', 'in', ['certificate', 'conclusion'])
    .where(visibleEntry(reachOf(who)))
    .$if(year !== undefined, (query) => query.where(sql<boolean>`left(d.dated, 4) = ${String(year)}`))
    .$if(expiringBy !== undefined, (query) =>
      query.where(stands('in_force', today)).where('d.valid_to', '<=', expiringBy ?? ''),
    )
    .$if(standing !== undefined, (query) => query.where(stands(standing ?? 'in_force', today)))
    .$if((find ?? '') !== '', (query) => query.where(matches(find, sql<string>`e.folded || ' ' || lower(d.number)`)))
}

/** `standingOf` for the database. */
export function stands(standing: Standing, today: string): RawBuilder<SqlBool> {
  const ended = sql<SqlBool>`(d.ended_on IS NOT NULL AND d.ended_on <= ${today})`
  const conditions: Readonly<Record<Standing, RawBuilder<SqlBool>>> = {
    ended,
    coming: sql`(NOT ${ended} AND d.valid_from > ${today})`,
    in_force: sql`(NOT ${ended} AND ${today} BETWEEN d.valid_from AND d.valid_to)`,
    expired: sql`(NOT ${ended} AND d.valid_to < ${today})`,
  }
  return sql`(d.type = 'certificate' AND ${conditions[standing]})`
}

type Found = Omit<
  RegisterRow,
  'procedure' | 'object' | 'validFrom' | 'validTo' | 'endedOn' | 'standing' | 'sent' | 'page' | 'type'
> & {
  readonly type: string
  readonly procedure_id: number
  readonly object_id: number
  readonly code: string
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly ended_on: string | null
  readonly sent_at: Date | null
}

function rowOf(row: Found, publicUrl: string, today: string): RegisterRow {
  const { id, number, dated, name, kind, authority, region, level } = row
  const { valid_from: validFrom, valid_to: validTo, ended_on: endedOn, sent_at: sent } = row
  const certified = validFrom !== null && validTo !== null
  return {
    id,
    procedure: row.procedure_id,
    object: row.object_id,
    type: certified ? 'certificate' : 'conclusion',
    number,
    dated,
    name,
    kind,
    authority,
    region,
    level,
    validFrom,
    validTo,
    endedOn,
    standing: certified ? standingOf({ validFrom, validTo, endedOn }, today) : null,
    sent: sent === null ? null : dayOf(sent),
    page: certified ? certificatePage(publicUrl, row.code) : null,
  }
}

const TYPES = { certificate: 'сертификат', conclusion: 'заключение' } as const

/** The register of a year as a file for the ministry (пункт 28). */
export const registerTable = {
  name: 'Реестр сертификатов и заключений',
  columns: [
    { key: 'number', title: 'Номер' },
    { key: 'type', title: 'Документ' },
    { key: 'dated', title: 'Дата', type: 'day' },
    { key: 'name', title: 'Объект сертификации' },
    { key: 'kind', title: 'Вид' },
    { key: 'authority', title: 'Уполномоченный орган' },
    { key: 'region', title: 'Субъект' },
    { key: 'level', title: 'Интегральный уровень, %', type: 'integer' },
    { key: 'validFrom', title: 'Действует с', type: 'day' },
    { key: 'validTo', title: 'Действует по', type: 'day' },
    { key: 'endedOn', title: 'Прекращён с', type: 'day' },
    { key: 'standing', title: 'Состояние' },
    { key: 'sent', title: 'Направлен', type: 'day' },
  ],
  cells: ({ type, kind, standing, ...row }: RegisterRow): TableRow => ({
    ...row,
    type: TYPES[type],
    kind: OBJECT_KINDS[kind].name,
    standing: standing === null ? null : STANDINGS[standing],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
