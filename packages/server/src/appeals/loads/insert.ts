import type { Appeal, AppealState, Outcome } from '@otklik/model/appeals'
import { ruleInForce } from '@otklik/model/appeals'
import type { WorkingCalendar } from '@otklik/model/calendar'
import type { Insertable } from 'kysely'
import { calendarOf } from '../../calendar/index.ts'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import type { AppealTables } from '../tables.ts'
import { rulesOf } from '../terms/rules.ts'
import { countTerm } from '../terms/term.ts'
import type { AppealRow } from '../course/lifecycle.ts'
import { insertRows } from './insert-rows.ts'
import { numbersFor } from './numbers.ts'

type Row = Insertable<AppealTables['appeals']>

/** An appeal that comes with its whole course: out of a file of another system, out of the demonstration. */
export interface BulkAppeal {
  /** `number` is that of the other system, empty where it has none; `duplicate_of` is one of those. */
  readonly appeal: Omit<Appeal, 'authority'>
  readonly authority: number
  /** Already masked; what is not known is empty. */
  readonly masked: string
  /** What else is known: sealed parts, executor, answer. */
  readonly more?: Partial<Row>
}

const AT_ONCE = 1000

/** Puts appeals into the register in the order of their registration; numbers follow those that were given before. */
export async function insertAppeals(tx: Tx, given: readonly BulkAppeal[], caller: Caller): Promise<void> {
  const [rules, calendar] = [await rulesOf(tx), await calendarOf(tx)]
  const sorted = given.toSorted((a, b) => (dayOfOne(a) < dayOfOne(b) ? -1 : 1))
  const numbers = await numbersFor(tx, sorted)
  const rows = sorted.map((one, at) => ({ one, row: rowOf(one, numbers[at] ?? null, termsOf(one, rules, calendar)) }))
  const [copies, originals] = [rows.filter(isCopy), rows.filter((row) => !isCopy(row))]
  const ids = new Map<string, number>()
  await insertAll(tx, originals, ids, caller)
  await addRegistered(tx, copies, ids)
  const found = copies.map(({ one, row }) => {
    const original = ids.get(keyOf(one.authority, one.appeal.duplicate_of ?? ''))
    return {
      one,
      row: { ...row, ...(original === undefined ? {} : ({ state: 'duplicate', duplicate_of: original } as const)) },
    }
  })
  await insertAll(tx, found, ids, caller)
}

/** Originals that came before: they are found by the numbers of the other system. */
async function addRegistered(tx: Tx, copies: readonly Pair[], ids: Map<string, number>): Promise<void> {
  for (const [authority, pairs] of Map.groupBy(copies, ({ one }) => one.authority)) {
    const asked = pairs.flatMap(({ one }) => one.appeal.duplicate_of ?? [])
    const missing = asked.filter((number) => !ids.has(keyOf(authority, number)))
    if (missing.length === 0) continue
    const rows = await tx
      .selectFrom('appeals')
      .select(['id', 'external_number'])
      .where('authority_id', '=', authority)
      .where('external_number', 'in', missing)
      .where('state', '<>', 'duplicate')
      .execute()
    for (const { id, external_number } of rows) ids.set(keyOf(authority, external_number ?? ''), id)
  }
}

interface Pair {
  readonly one: BulkAppeal
  readonly row: Row
}
const isCopy = ({ one }: Pair): boolean => one.appeal.duplicate_of !== null
const dayOfOne = ({ appeal }: BulkAppeal): string => appeal.registered ?? appeal.received
const keyOf = (authority: number, number: string): string => `${authority}\n${number}`

function termsOf(
  { appeal: { rule: code, registered, extended_by }, authority }: BulkAppeal,
  rules: Parameters<typeof ruleInForce>[0],
  calendar: WorkingCalendar,
): Partial<Row> {
  if (code === null || registered === null) return {}
  const rule = ruleInForce(rules, { code, authority: String(authority), day: registered })
  if (rule === undefined) return {}
  const term = countTerm({ from: registered, rule, extended_by }, calendar)
  return { term_from: registered, ...term, first_due: term.due }
}

function rowOf({ appeal, authority, masked, more }: BulkAppeal, number: string | null, terms: Partial<Row>): Row {
  const { number: external, service, duplicate_of: _, void: isVoid, topics, ...known } = appeal
  return {
    ...known,
    authority_id: authority,
    number,
    external_number: external === '' ? null : external,
    service: service === '' ? null : service,
    topics: [...topics],
    answer_published: false,
    state: isVoid ? 'void' : stateOf(appeal, more?.executor !== undefined),
    term_extended: appeal.reopened > 0 ? 0 : appeal.extended_by,
    last_answered: appeal.answered,
    masked,
    folded: fold(masked),
    ...terms,
    ...more,
  }
}

/** Where an appeal stands by what is known of it. */
function stateOf(
  { closed, answered, registered, outcome, reopened }: BulkAppeal['appeal'],
  assigned: boolean,
): AppealState {
  const ends: readonly (Outcome | null)[] = ['forwarded']
  if (closed !== null) return ends.includes(outcome) ? 'forwarded' : 'closed'
  if (answered !== null) return reopened > 0 ? 'in_work' : 'answered'
  if (registered === null) return 'received'
  return assigned ? 'in_work' : 'registered'
}

async function insertAll(tx: Tx, pairs: readonly Pair[], ids: Map<string, number>, caller: Caller): Promise<void> {
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const batch = pairs.slice(at, at + AT_ONCE)
    const inserted = await insertRows<Pick<AppealRow, 'id' | 'state'>>(
      tx,
      'appeals',
      batch.map(({ row }) => row),
      ['id', 'state'],
    )
    const events = inserted.flatMap(({ id, state }, index) => {
      const pair = batch[index]
      if (pair?.one.appeal.number) ids.set(keyOf(pair.one.authority, pair.one.appeal.number), id)
      return pair === undefined ? [] : courseOf(id, state, pair, caller)
    })
    await insertRows(tx, 'appeals_events', events, ['id'])
  }
}

/** What is known of the course: that it came, was registered, and was answered. */
function courseOf(id: number, state: AppealState, { one: { appeal }, row }: Pair, { who }: Caller) {
  const happening = (day: string, event: 'receive' | 'register' | 'answer', to: AppealState, details: object) => ({
    appeal_id: id,
    at: new Date(`${day}T09:00:00+03:00`),
    by: displayName(who),
    event,
    to_state: to,
    details,
  })
  const { received, registered, answered, outcome, source } = appeal
  return [
    happening(received, 'receive', 'received', { source }),
    ...(registered === null
      ? []
      : [happening(registered, 'register', 'registered', { number: row.number, rule: row.rule, due: row.due })]),
    ...(answered === null ? [] : [happening(answered, 'answer', state, { outcome })]),
  ]
}
