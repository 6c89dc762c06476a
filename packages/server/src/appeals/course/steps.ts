import { APPEAL_COURSE, isForwardedLate } from '@otklik/model/appeals'
import { addDays, dayOf } from '@otklik/model/days'
import { calendarOf } from '../../calendar/index.ts'
import type { Caller } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { problem } from '../../platform/problems/index.ts'
import type { AppealsDeps } from '../deps.ts'
import { refusedStep } from '../problems.ts'
import { requireExecutor } from '../register/executors.ts'
import { nextNumber } from '../register/number.ts'
import { requireRule, rulesOf } from '../terms/rules.ts'
import { countTerm } from '../terms/term.ts'
import { noticeOf } from '../letters/notice.ts'
import { eraseWithin } from './erase.ts'
import { type AppealRow, findAppeal } from './lifecycle.ts'
import { type Move, moveAppeal } from './move.ts'

type Given<T> = T & { readonly id: number }

/** Runs a move with its transaction. */
export const inTransaction = ({ db }: AppealsDeps, work: (tx: Tx) => Promise<unknown>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await work(tx)
  })

/** Gives the number and counts the term. @returns the number. */
export async function registerWithin(
  tx: Tx,
  deps: AppealsDeps,
  { id, rule: code, code: tracking }: Given<{ rule: string; code?: string }>,
  caller: Caller,
): Promise<string> {
  const today = dayOf(caller.at)
  const row = await findAppeal(tx, id, caller.who, true)
  if (row.state !== 'received') throw problem(refusedStep, `Обращение уже ${APPEAL_COURSE.states[row.state]}.`)
  const rule = requireRule(await rulesOf(tx), code, row.authority_id, today)
  const number = await nextNumber(tx, row.authority_id, Number(today.slice(0, 4)))
  const term = countTerm({ from: today, rule, extended_by: 0 }, await calendarOf(tx))
  const set = { number, registered: today, rule: code, term_from: today, ...term, first_due: term.due }
  // The guards look at the appeal as it is with its number; a refusal takes all of it back.
  await tx.updateTable('appeals').set(set).where('id', '=', id).execute()
  const late = registeredLate(row, today)
  await moveAppeal(
    tx,
    id,
    {
      event: 'register',
      what: 'appeal.registered',
      details: { number, rule: code, due: term.due, ...(late && { late }) },
      also: (inner) => noticeOf(inner, deps, { kind: 'registered', id, ...(tracking && { code: tracking }) }),
    },
    caller,
  )
  return number
}

/** Three days to register (59-ФЗ, ст. 8 ч. 2): later is done all the same, and marked. */
const registeredLate = ({ received }: AppealRow, today: string): boolean => addDays(received, 3) < today

export async function assign(tx: Tx, { id, executor }: Given<{ executor: string }>, caller: Caller): Promise<void> {
  const found = await requireExecutor(tx, executor, caller.who)
  await moveAppeal(
    tx,
    id,
    {
      event: 'assign',
      what: 'appeal.assigned',
      given: { executorInReach: found !== undefined },
      change: { executor, executor_name: found?.name ?? null },
      details: { executor: found?.name ?? null },
    },
    caller,
  )
}

export async function extend(
  tx: Tx,
  deps: AppealsDeps,
  { id, days, reason, way }: Given<{ days: number; reason: string; way: string }>,
  caller: Caller,
): Promise<void> {
  const row = await findAppeal(tx, id, caller.who, true)
  const { rule: code, term_from, registered, authority_id } = row
  const rule =
    code === null ? undefined : requireRule(await rulesOf(tx), code, authority_id, registered ?? term_from ?? '')
  const term =
    rule === undefined || term_from === null
      ? { due: row.due, act_by: row.act_by }
      : countTerm({ from: term_from, rule, extended_by: days }, await calendarOf(tx))
  // What is answered already was answered in its first term, which a later one does not move.
  const first = row.answered === null && { extended_by: days, first_due: term.due }
  const change = { term_extended: days, ...term, ...first }
  const { masked } = (await deps.masker())(reason)
  await moveAppeal(
    tx,
    id,
    {
      event: 'extend',
      what: 'appeal.extended',
      given: { extendBy: days, reason, way },
      change,
      details: { days, due: term.due, reason: masked, way },
      also: (inner) => noticeOf(inner, deps, { kind: 'extended', id }),
    },
    caller,
  )
}

export async function forward(tx: Tx, { id, addressee }: Given<{ addressee: string }>, caller: Caller): Promise<void> {
  const row = await findAppeal(tx, id, caller.who, true)
  const today = dayOf(caller.at)
  const late = row.registered !== null && isForwardedLate(addDays(row.registered, 7), today)
  const change = { forwarded_to: addressee, outcome: 'forwarded', closed: today } as const
  const given = { addressee }
  const details = { addressee, ...(late && { late }) }
  await moveAppeal(tx, id, { event: 'forward', what: 'appeal.forwarded', given, change, details }, caller)
}

export async function close(
  tx: Tx,
  { id, event, ground }: Given<{ event: 'no_answer' | 'withdraw'; ground: string }>,
  caller: Caller,
): Promise<void> {
  const outcome = event === 'withdraw' ? 'withdrawn' : 'no_answer'
  const change = { closed: dayOf(caller.at), outcome } as const
  const move: Move = { event, what: 'appeal.closed', given: { ground }, change, details: { outcome, ground } }
  await moveAppeal(tx, id, move, caller)
}

export async function voidAppeal(
  tx: Tx,
  deps: AppealsDeps,
  { id, reason }: Given<{ reason: string }>,
  caller: Caller,
): Promise<void> {
  const details = { reason: (await deps.masker())(reason).masked }
  const also = (inner: Tx): Promise<void> => eraseWithin(inner, id)
  await moveAppeal(tx, id, { event: 'void', what: 'appeal.voided', given: { reason }, details, also }, caller)
}

export async function markDuplicate(
  tx: Tx,
  deps: AppealsDeps,
  { id, original, reason }: Given<{ original: string; reason: string }>,
  caller: Caller,
): Promise<void> {
  const row = await findAppeal(tx, id, caller.who, true)
  // Numbers are an authority's own: the original is looked for in the same one.
  const found = await tx
    .selectFrom('appeals')
    .select(['id', 'state'])
    .where('authority_id', '=', row.authority_id)
    .where('number', '=', original.trim())
    .executeTakeFirst()
  const fits = found && { itself: found.id === id, sameAuthority: true, duplicate: found.state === 'duplicate' }
  const details = { original, reason: (await deps.masker())(reason).masked }
  const given = { reason, original: fits ?? null }
  const change = { duplicate_of: found?.id ?? null }
  await moveAppeal(tx, id, { event: 'duplicate', what: 'appeal.duplicate', given, change, details }, caller)
}
