import { APPEAL_COURSE, type AppealEvent, type AppealGiven, ruleInForce } from '@otklik/model/appeals'
import type { AppealCard, AppealHappening } from '@otklik/model/appeals/api'
import { type Right, rightsOfPrincipal } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import type { Actor, Caller } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { aboutOf, type AppealRow, findAppeal } from '../course/lifecycle.ts'
import { rulesOf } from '../terms/rules.ts'
import { termOf } from '../terms/term.ts'
import { filesOf } from '../attachments/attachments.ts'
import { lineOf } from './line.ts'

/** An appeal as its page shows it: masked, with its course, its term spelled out and what may be done next. */
export async function readCard(db: Db | Tx, id: number, { who, at }: Pick<Caller, 'who' | 'at'>): Promise<AppealCard> {
  const row = await findAppeal(db, id, who)
  const today = dayOf(at)
  const [authority, events, original, allowed, files] = await Promise.all([
    db.selectFrom('register_authorities').select('name').where('id', '=', row.authority_id).executeTakeFirstOrThrow(),
    happeningsOf(db, id),
    originalOf(db, row),
    allowedTo(db, row, today, who),
    filesOf(db, id),
  ])
  return {
    ...lineOf({ ...row, authority: authority.name }, today),
    externalNumber: row.external_number,
    office: row.office,
    requestId: row.request_id,
    masked: row.masked,
    topics: row.topics,
    term: await spelledOut(db, row),
    original: row.original_sealed !== null,
    contact: row.contact_sealed !== null,
    erased: row.erased_at?.toISOString() ?? null,
    duplicateOf: original,
    forwardedTo: row.forwarded_to,
    answer:
      row.answer_masked === null
        ? null
        : { text: row.answer_masked, way: row.answer_way ?? '', published: row.answer_published },
    files,
    asked: row.asked,
    solved: row.solved,
    allowed,
    events,
  }
}

async function happeningsOf(db: Db | Tx, id: number): Promise<AppealHappening[]> {
  const rows = await db.selectFrom('appeals_events').selectAll().where('appeal_id', '=', id).orderBy('id').execute()
  return rows.map(({ at, by, event, to_state, details }) => ({
    at: at.toISOString(),
    by,
    event,
    to: to_state,
    // Written by `tellHappening` from such a record.
    details: details as AppealHappening['details'],
  }))
}

async function originalOf(db: Db | Tx, { duplicate_of: id }: AppealRow): Promise<AppealCard['duplicateOf']> {
  if (id === null) return null
  const found = await db.selectFrom('appeals').select(['id', 'number']).where('id', '=', id).executeTakeFirst()
  return found ?? null
}

async function spelledOut(db: Db | Tx, row: AppealRow): Promise<AppealCard['term']> {
  const { rule: code, term_from, term_extended: extended_by, registered } = row
  if (code === null || term_from === null) return null
  const ask = { code, authority: String(row.authority_id), day: registered ?? term_from }
  const rule = ruleInForce(await rulesOf(db), ask)
  return rule === undefined ? null : termOf(rule, { ...row, term_from, extended_by })
}

/** As if everything that is asked for were given: what is left are the guards about the appeal itself. */
const ALL_GIVEN: AppealGiven = {
  reason: 'дана',
  original: { itself: false, sameAuthority: true, duplicate: false },
  executorInReach: true,
  extendBy: 1,
  way: 'mail',
  addressee: 'назван',
  outcome: 'explained',
  content: true,
  ground: 'назван',
}

async function allowedTo(db: Db | Tx, row: AppealRow, today: string, who: Actor): Promise<AppealEvent[]> {
  // What comes with the daily packages is changed by them alone.
  if (who === 'system' || row.fact_key !== null) return []
  const about = await aboutOf(db, row, today, ALL_GIVEN)
  // A number and a rule come with the registration itself.
  const ready = row.state === 'received' ? { ...about, number: '', rule: about.rule ?? ANY_RULE } : about
  const isOurs = (right: Right): right is OurRight => OUR_RIGHTS.some((one) => one === right)
  return APPEAL_COURSE.table.eventsFor(row.state, ready, rightsOfPrincipal(who).filter(isOurs))
}

const OUR_RIGHTS = ['appeals.register', 'appeals.decide', 'appeals.answer'] as const
type OurRight = (typeof OUR_RIGHTS)[number]
const ANY_RULE = {
  code: '',
  from: 'registered',
  days: 1,
  unit: 'calendar',
  extension: null,
  source: '',
  valid_from: null,
  authority: null,
} as const
