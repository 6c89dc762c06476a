import type { Appeal, AppealState, Outcome } from '@otklik/model/appeals'
import { ruleInForce } from '@otklik/model/appeals'
import type { WorkingCalendar } from '@otklik/model/calendar'
import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { calendarOf } from '../../calendar/index.ts'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import type { AppealTables } from '../tables.ts'
import { rulesOf } from '../terms/rules.ts'
import { countTerm } from '../terms/term.ts'

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

/** Enough for one statement of PostgreSQL, which takes 65,535 parameters. */
const AT_ONCE = 500

/** Puts appeals into the register in the order of their registration; numbers follow those that were given before. */
export async function insertAppeals(tx: Tx, given: readonly BulkAppeal[], caller: Caller): Promise<void> {
  const [rules, calendar] = [await rulesOf(tx), await calendarOf(tx)]
  const sorted = given.toSorted((a, b) => (dayOfOne(a) < dayOfOne(b) ? -1 : 1))
  const numbers = await numbersFor(tx, sorted)
  const rows = sorted.map((one, at) => ({ one, row: rowOf(one, numbers[at] ?? null, termsOf(one, rules, calendar)) }))
  const [copies, originals] = [rows.filter(isCopy), rows.filter((row) => !isCopy(row))]
  const ids = new Map<string, number>()
  await insertAll(tx, originals, ids, caller)
  const found = copies.map(({ one, row }) => {
    const original = ids.get(keyOf(one.authority, one.appeal.duplicate_of ?? ''))
    return {
      one,
      row: { ...row, ...(original === undefined ? {} : ({ state: 'duplicate', duplicate_of: original } as const)) },
    }
  })
  await insertAll(tx, found, ids, caller)
}

interface Pair {
  readonly one: BulkAppeal
  readonly row: Row
}
const isCopy = ({ one }: Pair): boolean => one.appeal.duplicate_of !== null
const dayOfOne = ({ appeal }: BulkAppeal): string => appeal.registered ?? appeal.received
const keyOf = (authority: number, number: string): string => `${authority}\n${number}`

/** The number of each, where it is registered. */
async function numbersFor(tx: Tx, given: readonly BulkAppeal[]): Promise<(string | null)[]> {
  const counters = new Map<string, number>()
  const byYear = Map.groupBy(
    given.filter(({ appeal }) => appeal.registered !== null),
    ({ authority, appeal }) => `${authority} ${appeal.registered?.slice(0, 4)}`,
  )
  for (const [key, rows] of byYear) {
    const [authority_id = 0, year = 0] = key.split(' ').map(Number)
    const { last } = await tx
      .insertInto('appeals_numbers')
      .values({ authority_id, year, last: rows.length })
      .onConflict((known) =>
        known.columns(['authority_id', 'year']).doUpdateSet({ last: sql`appeals_numbers.last + ${rows.length}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    counters.set(key, last - rows.length)
  }
  return given.map(({ authority, appeal: { registered } }) => {
    if (registered === null) return null
    const key = `${authority} ${registered.slice(0, 4)}`
    const number = (counters.get(key) ?? 0) + 1
    counters.set(key, number)
    return `ОТ-${registered.slice(0, 4)}-${String(number).padStart(6, '0')}`
  })
}

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
    state: isVoid ? 'void' : stateOf(appeal, more?.executor !== undefined),
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
    // PostgreSQL answers the rows of one statement in their order.
    const inserted = await tx
      .insertInto('appeals')
      .values(batch.map(({ row }) => row))
      .returning(['id', 'state'])
      .execute()
    const events = inserted.flatMap(({ id, state }, index) => {
      const pair = batch[index]
      if (pair?.one.appeal.number) ids.set(keyOf(pair.one.authority, pair.one.appeal.number), id)
      return pair === undefined ? [] : courseOf(id, state, pair, caller)
    })
    await tx.insertInto('appeals_events').values(events).execute()
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
    details: JSON.stringify(details),
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
