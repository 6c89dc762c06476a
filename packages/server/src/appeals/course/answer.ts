import type { Outcome, Solved } from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { calendarOf } from '../../calendar/index.ts'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import type { AppealsDeps } from '../deps.ts'
import { noticeOf } from '../letters/notice.ts'
import { requireRule, rulesOf } from '../terms/rules.ts'
import { countTerm } from '../terms/term.ts'
import { tellHappening } from './happening.ts'
import { findAppeal } from './lifecycle.ts'
import { moveAppeal } from './move.ts'

export interface GivenAnswer {
  readonly id: number
  readonly outcome: Outcome
  readonly text: string
  readonly way: string
  readonly publish: boolean
}

/**
 * Answers on the merits. The first answer is what terms are judged by; the applicant is asked whether the matter is
 * solved where there is a way to ask: a letter with consent, or the page of the code.
 */
export async function answer(tx: Tx, deps: AppealsDeps, given: GivenAnswer, caller: Caller): Promise<void> {
  const { id, outcome, way, publish } = given
  const text = storable(given.text).trim()
  const { masked } = (await deps.masker())(text)
  const row = await findAppeal(tx, id, caller.who, true)
  const today = dayOf(caller.at)
  const change = {
    outcome,
    answered: row.answered ?? today,
    last_answered: today,
    asked: row.asked ?? (row.code_hash === null ? null : today),
    answer_sealed: deps.cipher.seal(text),
    answer_masked: masked,
    answer_way: way,
    answer_published: publish,
  }
  await moveAppeal(
    tx,
    id,
    {
      event: 'answer',
      what: 'appeal.answered',
      given: { outcome, content: text !== '', way },
      change,
      details: { outcome, way, late: row.answered === null && row.first_due !== null && today > row.first_due },
      also: (inner) => noticeOf(inner, deps, { kind: 'answered', id }),
    },
    caller,
  )
}

/** Begins a new term of the rule; the first answer stays what it was. @param byCode the applicant asks for it. */
export async function reopen(
  tx: Tx,
  deps: AppealsDeps,
  { id, reason, byCode = false }: { readonly id: number; readonly reason: string; readonly byCode?: boolean },
  caller: Caller,
): Promise<void> {
  const row = await findAppeal(tx, id, byCode ? 'system' : caller.who, true)
  const today = dayOf(caller.at)
  const rule = row.rule === null ? undefined : requireRule(await rulesOf(tx), row.rule, row.authority_id, today)
  const term =
    rule === undefined
      ? { due: null, act_by: null }
      : countTerm({ from: today, rule, extended_by: 0 }, await calendarOf(tx))
  const change = { ...term, term_from: today, term_extended: 0, closed: null, reopened: row.reopened + 1 }
  const details = { due: term.due, reason: (await deps.masker())(reason).masked }
  await moveAppeal(tx, id, { event: 'reopen', what: 'appeal.reopened', change, details, byCode }, caller)
}

/** What the applicant says of the matter: nobody else can. «Да» and «частично» close the appeal, «нет» leaves it open to be reopened. */
export async function saySolved(
  tx: Tx,
  { id, solved }: { readonly id: number; readonly solved: Solved },
  caller: Caller,
): Promise<void> {
  const change = { solved, closed: dayOf(caller.at) }
  if (solved !== 'no') {
    const move = { event: 'confirm', what: 'appeal.closed', given: { solved }, change, details: { solved } } as const
    await moveAppeal(tx, id, { ...move, byCode: true }, caller)
    return
  }
  const row = await findAppeal(tx, id, 'system', true)
  await tx.updateTable('appeals').set({ solved }).where('id', '=', id).execute()
  await tellHappening(tx, { id, event: 'solved', to: row.state, details: { solved }, by: 'Заявитель' }, caller)
  const { who, from, at } = caller
  await recordAudit(tx, { who, what: 'appeal.solved_said', subject: `appeal:${id}`, after: { solved }, from, at })
}
