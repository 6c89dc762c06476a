import {
  APPEAL_COURSE,
  type AppealAbout,
  type AppealEvent,
  type AppealGiven,
  type APPEAL_GUARDS,
  type AppealState,
} from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { refusalMessage } from '@otklik/model/processes'
import type { Selectable, Updateable } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Lifecycle } from '../../platform/transition.ts'
import { refusedStep } from '../problems.ts'
import { visibleAppeal } from '../reach.ts'
import type { AppealTables } from '../tables.ts'
import { requireRule, rulesOf } from '../terms/rules.ts'

export type AppealRow = Selectable<AppealTables['appeals']>
export type AppealChange = Updateable<AppealTables['appeals']>
export interface Appeals {
  id: number
  row: AppealRow
  state: AppealState
  event: AppealEvent
  guard: keyof typeof APPEAL_GUARDS
  facts: AppealAbout
  change: AppealChange
}

const OF_A_PACKAGE = 'Жалоба пришла с первичными данными и изменяется только ими: исправьте её в пакете.'

/** How appeals move along their course, with what whoever acts has given. @param byCode the applicant acts, by the code. */
export const courseWith = (given: AppealGiven, byCode = false): Lifecycle<Appeals> => ({
  tableOf: () => APPEAL_COURSE.table,
  hold: async (tx, id, { who }) => {
    const row = await findAppeal(tx, id, byCode ? 'system' : who, true)
    if (row.fact_key !== null && who !== 'system') throw problem(refusedStep, OF_A_PACKAGE)
    return row
  },
  factsOf: (tx, row, { at }) => aboutOf(tx, row, dayOf(at), given),
  refusal: ({ state }, event, refused, about) =>
    problem(refusedStep, refusalMessage(APPEAL_COURSE, event, state, { refused, about })),
  save: async (tx, { id }, change) => {
    await tx.updateTable('appeals').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => `appeal:${id}`,
})

/** An appeal within reach; throws 404. @param held until the end of the transaction. */
export async function findAppeal(db: Db | Tx, id: number, who: Caller['who'], held = false): Promise<AppealRow> {
  const row = await db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .selectAll('p')
    .where('p.id', '=', id)
    .where(visibleAppeal(who))
    .$if(held, (query) => query.forUpdate('p'))
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** What the guards look at. */
export async function aboutOf(db: Db | Tx, row: AppealRow, today: string, given: AppealGiven): Promise<AppealAbout> {
  const {
    number,
    rule: code,
    due,
    term_extended: extended_by,
    last_answered: answered,
    reopened,
    authority_id,
    registered,
  } = row
  const rule = code === null ? null : requireRule(await rulesOf(db), code, authority_id, registered ?? today)
  return { today, number, rule, due, extended_by, answered, reopened, given }
}
