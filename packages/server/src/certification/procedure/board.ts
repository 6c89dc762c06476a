import { type Principal, reachOf } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { BoardRow, listProcedures as route } from '@otklik/model/certification/api'
import { categoryOf, OBJECT_KINDS } from '@otklik/model/certification'
import { OBJECT_PROCEDURE } from '@otklik/model/certification/procedure'
import { schemeOf } from '@otklik/model/certification/score'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import { calendarOf } from '../../calendar/index.ts'
import type { Column, TableRow } from '../../platform/http/index.ts'
import { matches, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleEntry } from '../reach.ts'
import { clockOf } from './due.ts'
import { shareOf } from './share.ts'
import { yearListOf } from './year-list.ts'

type Ask = QueryOf<typeof route>
interface Reader {
  readonly who: Principal
  readonly at: Date
}
const NOT_BEGUN = 'not_begun'
const STAGES = [NOT_BEGUN, 'assessing', 'on_review', 'fixed', 'sent', 'excluded'] as const

/** The objects of the year's list within reach by the stage of their last procedure of the year. */
export async function listProcedures(db: Db, ask: Ask, { who, at }: Reader): Promise<AnswerOf<typeof route>> {
  const { limit, offset } = rangeOf(ask)
  const asked = board(db, ask, who)
  const [counted, rows, calendar, share] = await Promise.all([
    asked
      .select([stage.as('stage'), ({ fn }) => fn.countAll<number>().as('n')])
      .groupBy(stage)
      .execute(),
    asked
      .$if(ask.stage !== undefined, (query) => query.where(stage, '=', ask.stage ?? ''))
      .select([
        'e.object_id',
        'e.name',
        'e.kind',
        'e.authority',
        'e.region',
        'p.id',
        'p.state',
        'p.fixed_at',
        'p.level',
        'p.signed',
      ])
      .orderBy('e.object_id')
      .limit(limit)
      .offset(offset)
      .execute(),
    calendarOf(db),
    shareOf(db, ask.year, who, dayOf(at)),
  ])
  const of = (name: (typeof STAGES)[number]) => counted.find((one) => one.stage === name)?.n ?? 0
  const stages = {
    not_begun: of('not_begun'),
    assessing: of('assessing'),
    on_review: of('on_review'),
    fixed: of('fixed'),
    sent: of('sent'),
    excluded: of('excluded'),
  }
  const total = ask.stage === undefined ? STAGES.reduce((sum, name) => sum + stages[name], 0) : stages[ask.stage]
  return { total, stages, share, rows: rows.map((row) => rowOf(row, calendar)) }
}

const stage = sql<string>`coalesce(p.state, 'not_begun')`

/** Entries (`e`) of the year's list, with the last procedure of the year (`p`). */
const board = (db: Db, { year, find, kind }: Ask, who: Principal) =>
  db
    .selectFrom('certification_entries as e')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .leftJoinLateral(
      (one) =>
        one
          .selectFrom('certification_procedures as q')
          .select(['q.id', 'q.state', 'q.fixed_at', sql<number | null>`(q.score->>'level')::int`.as('level')])
          .select(
            sql<number>`(SELECT count(*)::int FROM certification_sheets s WHERE s.procedure_id = q.id AND s.state = 'signed')`.as(
              'signed',
            ),
          )
          .whereRef('q.object_id', '=', 'e.object_id')
          .where('q.year', '=', year)
          .orderBy('q.id', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .where('e.list_id', '=', yearListOf(year))
    .where('e.admitted', '=', true)
    .where(visibleEntry(reachOf(who)))
    .$if(kind !== undefined, (query) => query.where('e.kind', '=', kind ?? 'service'))
    .$if((find ?? '') !== '', (query) => query.where(matches(find, sql.ref<string>('e.folded'))))

type Found = Pick<BoardRow, 'name' | 'kind' | 'authority' | 'region' | 'state' | 'level'> & {
  readonly object_id: number
  readonly id: number | null
  readonly fixed_at: Date | null
  readonly signed: number | null
}

function rowOf({ object_id, id, fixed_at, signed, ...row }: Found, calendar: WorkingCalendar): BoardRow {
  const waits = row.state === 'fixed' && fixed_at !== null
  return {
    ...row,
    object: object_id,
    category: categoryOf(row.kind),
    procedure: id,
    signed: signed ?? 0,
    sheets: schemeOf(row.kind).parts.length,
    due: waits ? clockOf('papers_sent', dayOf(fixed_at), calendar).due : null,
  }
}

export const boardTable = {
  name: 'Ход сертификации',
  columns: [
    { key: 'object', title: '№', type: 'integer' },
    { key: 'name', title: 'Объект сертификации' },
    { key: 'kind', title: 'Вид' },
    { key: 'authority', title: 'Уполномоченный орган' },
    { key: 'region', title: 'Субъект' },
    { key: 'state', title: 'Этап' },
    { key: 'signed', title: 'Подписано листов', type: 'integer' },
    { key: 'sheets', title: 'Всего листов', type: 'integer' },
    { key: 'level', title: 'Интегральный уровень, %', type: 'integer' },
    { key: 'due', title: 'Направить документы до', type: 'day' },
  ],
  cells: ({ kind, state, ...row }: BoardRow): TableRow => ({
    ...row,
    kind: OBJECT_KINDS[kind].name,
    state: state === null ? 'не начата' : OBJECT_PROCEDURE.states[state],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
